/// Takes a path's figures one after the other, in the order of the columns.
///
/// A figure that a path does not have, such as a ratio to nothing paid, is kept as a quiet NaN in
/// memory and in the run store; readers turn it into an absent value.
struct MetricWriter {
  private let base: UnsafeMutablePointer<Double>
  private let stride: Int
  private var position = 0

  /// - Parameters:
  ///   - base: Where the first column has its room for this path.
  ///   - stride: Numbers between two columns.
  init(_ base: UnsafeMutablePointer<Double>, stride: Int) {
    self.base = base
    self.stride = stride
  }

  @inline(__always)
  mutating func write(_ value: Double) {
    base[position * stride] = value
    position += 1
  }

  @inline(__always)
  mutating func write(_ value: Double?) { write(value ?? .nan) }

  /// Number of figures written.
  var count: Int { position }
}
