import Stochastics

extension String {
  /// The text's hash as 16 hexadecimal digits.
  var shortHash: String {
    let digits = String(StableHash(text: self).value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
