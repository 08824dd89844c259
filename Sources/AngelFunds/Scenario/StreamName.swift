/// The 32-bit FNV-1a hash of a stream's name.
func streamHash(_ name: String) -> UInt32 {
  name.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
}
