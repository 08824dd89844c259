import Foundation
import Stochastics
import Testing

@Suite struct RootFinderTests {
  /// The Dottie number, where cos x = x; sequence A003957 of the OEIS.
  @Test func findsTheDottieNumber() throws {
    var finder = try RootFinder()
    let root = try finder.root(in: 0...1) { cos($0) - $0 }
    #expect(abs(root - 0.739_085_133_215_160_641_7) < 1e-12)
  }

  /// Wallis's equation x^3 - 2x - 5 = 0, on which Newton showed his method; OEIS A007493.
  @Test func findsTheRootOfWallis() throws {
    var finder = try RootFinder()
    let root = try finder.root(in: 2...3) { $0 * $0 * $0 - 2 * $0 - 5 }
    #expect(abs(root - 2.094_551_481_542_326_591) < 1e-12)
  }

  @Test(arguments: [(0.0...1.0, 0.0), (-2.0...0.0, 0.0), (4.0...4.0, 4.0)])
  func aRootMayBeAnEndOfTheBracket(bracket: ClosedRange<Double>, expected: Double) throws {
    var finder = try RootFinder()
    let root = try finder.root(in: bracket) { ($0 - expected) * exp($0) }
    #expect(abs(root - expected) < 1e-12)
  }

  /// The first step of Brent's method halves this bracket: its middle is a guess, not a root.
  @Test func theMiddleOfTheBracketIsNotTakenForARoot() throws {
    var finder = try RootFinder()
    let root = try finder.root(in: 0...1) { $0 < 0.3 ? -1 : 1 }
    #expect(abs(root - 0.3) < 1e-12)
  }

  @Test func anEmptyBracketWithoutARootIsAnError() throws {
    var finder = try RootFinder()
    #expect((try? finder.root(in: 4...4) { $0 - 3 }) == nil)
  }

  @Test func endsOfOneSignAreNoBracket() throws {
    var finder = try RootFinder()
    var message = ""
    do { _ = try finder.root(in: 1...2) { $0 * $0 } } catch { message = error.description }
    #expect(
      message == "bracketing a root in 1.0...2.0: invalid argument supplied by user (GSL code 4)")
  }

  @Test func aFunctionWithoutValueIsAnError() throws {
    var finder = try RootFinder()
    var message = ""
    do { _ = try finder.root(in: -1...2) { $0 == -1 || $0 == 2 ? $0 : .nan } } catch {
      message = error.description
    }
    #expect(message.hasPrefix("refining a root in -1.0...2.0: "))
  }

  @Test func worksAgainAfterSuccessAndFailure() throws {
    var finder = try RootFinder()
    for square in [2.0, 3, 5] {
      #expect((try? finder.root(in: 10...20) { $0 * $0 - square }) == nil)
      let root = try finder.root(in: 0...10) { $0 * $0 - square }
      #expect(abs(root - square.squareRoot()) < 1e-12)
    }
  }

  @Test func stopsAtTheToleranceAskedFor() throws {
    var finder = try RootFinder()
    func calls(_ tolerance: Double) throws -> (count: Int, root: Double) {
      var count = 0
      let root = try finder.root(in: 0...10, tolerance: tolerance) {
        count += 1
        return exp($0) - 20
      }
      return (count, root)
    }
    let (rough, fine) = (try calls(0.1), try calls(1e-12))
    #expect(rough.count < fine.count)
    #expect(abs(rough.root - log(20)) < 0.1)
    #expect(abs(fine.root - log(20)) < 1e-12)
  }
}
