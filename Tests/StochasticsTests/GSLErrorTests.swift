import Testing

@testable import Stochastics

@Suite struct GSLErrorTests {
  /// The code and the words of GSL's `gsl_errno.h` and `strerror.c`.
  @Test func saysWhatWasBeingDoneAndWhy() {
    #expect(
      GSLError(code: 8, operation: "creating a root finder").description
        == "creating a root finder: malloc failed (GSL code 8)")
  }

  @Test func aStatusOfZeroIsNoError() throws {
    try GSL.check(0, while: "resting")
    #expect(throws: GSLError(code: 11, operation: "looking for a root")) {
      try GSL.check(11, while: "looking for a root")
    }
  }
}
