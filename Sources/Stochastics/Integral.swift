internal import CGSL

/// The integral of a smooth function over an interval, by GSL's adaptive 61-point rule.
///
/// - Parameter relativeTolerance: Largest error as a part of the integral.
/// - Throws: `GSLError` if 1,000 subintervals were not enough.
public func integral(
  over interval: ClosedRange<Double>, relativeTolerance: Double = 1e-10,
  of function: (Double) -> Double
) throws(GSLError) -> Double {
  _ = GSL.prepare
  guard let workspace = gsl_integration_workspace_alloc(1000) else {
    throw GSLError(code: Int32(GSL_ENOMEM), operation: "making room to integrate")
  }
  defer { gsl_integration_workspace_free(workspace) }
  return try withGSLFunction(function) { (callback) throws(GSLError) in
    var (value, error) = (0.0, 0.0)
    try GSL.check(
      gsl_integration_qag(
        callback, interval.lowerBound, interval.upperBound, 0, relativeTolerance, 1000,
        Int32(GSL_INTEG_GAUSS61), workspace, &value, &error),
      while: "integrating over \(interval)")
    return value
  }
}
