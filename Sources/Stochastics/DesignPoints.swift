internal import CGSL

/// Points that fill the unit cube evenly, for experiments with several inputs.
public enum DesignPoints {
  /// The most inputs that GSL's Sobol sequence has.
  public static let mostSobolDimensions = 40

  /// The first points of GSL's Sobol sequence: quasi-random, the same ones every time.
  ///
  /// Source: Antonov and Saleev, USSR Computational Mathematics 19 (1980), as in GSL's manual.
  ///
  /// - Parameter dimensions: From 1 to 40.
  /// - Returns: `count` points of `dimensions` numbers within (0, 1).
  /// - Throws: `GSLError` if GSL refuses.
  public static func sobol(count: Int, dimensions: Int) throws(GSLError) -> [[Double]] {
    _ = GSL.prepare
    guard let sequence = gsl_qrng_alloc(cgsl_qrng_sobol(), UInt32(dimensions)) else {
      throw GSLError(code: Int32(GSL_EINVAL), operation: "starting a Sobol sequence")
    }
    defer { gsl_qrng_free(sequence) }
    var points: [[Double]] = []
    for _ in 0..<count {
      var point = [Double](repeating: 0, count: dimensions)
      let status = gsl_qrng_get(sequence, &point)
      guard status == Int32(GSL_SUCCESS) else {
        throw GSLError(code: status, operation: "going on in a Sobol sequence")
      }
      points.append(point)
    }
    return points
  }

  /// A Latin hypercube: in every dimension one point in each of `count` intervals of equal length.
  ///
  /// Source: McKay, Beckman and Conover, Technometrics 21 (1979), 239-245.
  ///
  /// - Parameter stream: Whose random numbers are used; one member a dimension.
  /// - Throws: `GSLError` if memory is short.
  public static func latinHypercube(
    count: Int, dimensions: Int, seed: UInt64, stream: StreamKey
  ) throws(GSLError) -> [[Double]] {
    var source = try RandomSource(generator: .philox, seed: seed)
    source.begin(stream, path: 0)
    var points = [[Double]](repeating: [Double](repeating: 0, count: dimensions), count: count)
    for dimension in 0..<dimensions {
      var order = Array(0..<count)
      for last in stride(from: count - 1, through: 0, by: -1) {
        let draw = source.block(ordinal: UInt32(dimension), address: UInt32(last))
        order.swapAt(last, min(Int(draw[0] * Double(last + 1)), last))
        points[last][dimension] = (Double(order[last]) + draw[1]) / Double(count)
      }
    }
    return points
  }
}
