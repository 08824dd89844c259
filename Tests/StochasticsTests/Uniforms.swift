import Stochastics

/// The first uniforms of one stream, in the order of addresses.
func uniforms(
  _ count: Int, seed: UInt64 = 1, generator: Generator = .philox
) throws -> [Double] {
  var source = try RandomSource(generator: generator, seed: seed)
  source.begin(StreamKey(kind: 1, name: "sample"), path: 0)
  var values: [Double] = []
  values.reserveCapacity(count + 3)
  for address in 0..<UInt32((count + 3) / 4) {
    let block = source.block(ordinal: 0, address: address)
    for index in 0..<4 { values.append(block[index]) }
  }
  return Array(values.prefix(count))
}

/// Normal deviates of mean 0 and deviation 1.
func normals(_ count: Int, seed: UInt64 = 1) throws -> [Double] {
  try uniforms(count, seed: seed).map { StandardNormal.quantile($0) }
}
