internal import CGSL

/// A call into the GNU Scientific Library that did not succeed.
public struct GSLError: Error, Equatable {
  /// The GSL status code, as listed in `gsl_errno.h`.
  public let code: Int32

  /// What the caller was doing, in its own words: "refining a root".
  public let operation: String
}

extension GSLError: CustomStringConvertible {
  /// What was being done, and why GSL refused.
  public var description: String {
    "\(operation): \(String(cString: gsl_strerror(code))) (GSL code \(code))"
  }
}

enum GSL {
  /// Turns off GSL's default handler, which aborts the process on any error.
  ///
  /// Every wrapper touches this before its first call, then checks the status it gets back.
  static let prepare: Void = { _ = gsl_set_error_handler_off() }()

  /// Throws unless `status` is success.
  @inline(__always)
  static func check(_ status: Int32, while operation: @autoclosure () -> String) throws(GSLError) {
    guard status == 0 else { throw GSLError(code: status, operation: operation()) }
  }
}
