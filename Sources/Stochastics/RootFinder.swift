internal import CGSL

/// Finds roots inside brackets by Brent's method; keeps GSL's solver between calls.
public struct RootFinder: ~Copyable {
  private static let steps = 200
  private let solver: UnsafeMutablePointer<gsl_root_fsolver>

  /// Makes a finder.
  ///
  /// - Throws: `GSLError` if memory is short.
  public init() throws(GSLError) {
    _ = GSL.prepare
    guard let solver = gsl_root_fsolver_alloc(cgsl_fsolver_brent()) else {
      throw GSLError(code: Int32(GSL_ENOMEM), operation: "creating a root finder")
    }
    self.solver = solver
  }

  deinit { gsl_root_fsolver_free(solver) }

  /// The root of `function` inside `bracket`.
  ///
  /// - Parameters:
  ///   - bracket: An interval at whose ends `function` has opposite signs or is zero.
  ///   - tolerance: Largest absolute error of the root, in the unit of `bracket`.
  /// - Throws: `GSLError` if the ends do not bracket a root, or 200 steps were not enough.
  public mutating func root(
    in bracket: ClosedRange<Double>, tolerance: Double = 1e-12, of function: (Double) -> Double
  ) throws(GSLError) -> Double {
    let solver = solver
    return try withGSLFunction(function) { (callback) throws(GSLError) in
      try Self.solve(solver, callback, in: bracket, tolerance: tolerance)
    }
  }

  /// The same for a function that C can call as it is, for callers that look for many roots.
  ///
  /// - Parameters:
  ///   - context: Handed to every call of `function`.
  ///   - function: Uses nothing but its argument and the context.
  @inline(__always)
  public mutating func root(
    in bracket: ClosedRange<Double>, tolerance: Double, context: UnsafeRawPointer,
    of function: @convention(c) (Double, UnsafeMutableRawPointer?) -> Double
  ) throws(GSLError) -> Double {
    var callback = gsl_function(
      function: function, params: UnsafeMutableRawPointer(mutating: context))
    return try Self.solve(solver, &callback, in: bracket, tolerance: tolerance)
  }

  private static func solve(
    _ solver: UnsafeMutablePointer<gsl_root_fsolver>,
    _ callback: UnsafeMutablePointer<gsl_function>, in bracket: ClosedRange<Double>,
    tolerance: Double
  ) throws(GSLError) -> Double {
    if bracket.lowerBound == bracket.upperBound { return bracket.lowerBound }
    try GSL.check(
      gsl_root_fsolver_set(solver, callback, bracket.lowerBound, bracket.upperBound),
      while: "bracketing a root in \(bracket)")
    var previous = gsl_root_fsolver_root(solver)
    for _ in 0..<Self.steps {
      try GSL.check(gsl_root_fsolver_iterate(solver), while: "refining a root in \(bracket)")
      let (low, high) = (gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver))
      let root = gsl_root_fsolver_root(solver)
      // Brent's steps shrink faster than linearly: one below the tolerance ends within it.
      if high - low <= tolerance || abs(root - previous) <= tolerance { return root }
      previous = root
    }
    throw GSLError(code: Int32(GSL_EMAXITER), operation: "finding a root in \(bracket)")
  }
}

/// Lends `function` to C for the duration of `body`.
func withGSLFunction<Value>(
  _ function: (Double) -> Double,
  _ body: (UnsafeMutablePointer<gsl_function>) throws(GSLError) -> Value
) throws(GSLError) -> Value {
  try withoutActuallyEscaping(function) { (function) throws(GSLError) in
    try withUnsafePointer(to: function) { (pointer) throws(GSLError) in
      // GSL hands back the params set here, so the context is never nil.
      // swift-format-ignore: NeverForceUnwrap
      var callback = gsl_function(
        function: { x, context in
          context!.assumingMemoryBound(to: ((Double) -> Double).self).pointee(x)
        },
        params: UnsafeMutableRawPointer(mutating: pointer))
      return try body(&callback)
    }
  }
}
