import Testing

@testable import AngelFunds

@Suite struct DifferenceTests {
  /// Hours of sleep gained by ten patients on two drugs: Student, Biometrika 6 (1908), 1-25.
  enum Sleep {
    static let first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
    static let second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
  }

  /// As R prints it for its data set `sleep`: t = 4.0621, 9 degrees of freedom, p = 0.002833.
  @Test func pairsAgreeWithStudentsSleepData() throws {
    let found = try #require(
      Difference(base: Sleep.first, variant: Sleep.second, isPaired: true))
    #expect(abs(found.value - 1.58) < 1e-12)
    #expect(found.degreesOfFreedom == 9)
    #expect(abs(found.value / (try #require(found.standardError)) - 4.0621) < 0.5e-4)
    #expect(abs(try #require(found.pValue) - 0.002833) < 0.5e-6)
    let interval = try #require(found.interval)
    #expect(abs(interval.lowerBound - 0.7001142) < 0.5e-6)
    #expect(abs(interval.upperBound - 2.4598858) < 0.5e-6)
  }

  /// The same as if of twenty patients: t = 1.8608, 17.776 degrees of freedom, p = 0.07939.
  @Test func unpairedIsWelchsTest() throws {
    let found = try #require(
      Difference(base: Sleep.first, variant: Sleep.second, isPaired: false))
    #expect(abs(found.value - 1.58) < 1e-12)
    #expect(abs(found.degreesOfFreedom - 17.776) < 0.5e-3)
    #expect(abs(try #require(found.pValue) - 0.07939) < 0.5e-5)
    let interval = try #require(found.interval)
    #expect(abs(interval.lowerBound + 0.2054832) < 0.5e-6)
    #expect(abs(interval.upperBound - 3.3654832) < 0.5e-6)
    #expect(found.pairs == nil)
  }

  /// Worked by hand: differences 1, 0, 2, 1 have variance 2/3; the columns have 5/3 and 3.
  @Test func onlyPathsThatBothHaveCount() throws {
    let found = try #require(
      Difference(
        base: [1, 2, 3, 4, .nan, 9], variant: [2, 2, 5, 5, 7, .nan], isPaired: true))
    #expect(found.baseMean == 2.5)
    #expect(found.variantMean == 3.5)
    #expect(found.value == 1)
    #expect(found.count == 4)
    #expect(abs(try #require(found.standardError) - (1.0 / 6).squareRoot()) < 1e-15)
    let pairs = try #require(found.pairs)
    #expect(pairs.shareHigher == 0.75)
    #expect(pairs.shareEqual == 0.25)
    #expect(pairs.shareLower == 0)
    #expect(abs(try #require(pairs.varianceReduction) - 7) < 1e-12)
    #expect(abs(pairs.share - 4.0 / 6) < 1e-15)
  }

  @Test func aColumnAgainstItselfIsExactlyZero() throws {
    let found = try #require(
      Difference(base: Sleep.first, variant: Sleep.first, isPaired: true))
    #expect(found.value == 0)
    #expect(found.standardError == 0)
    #expect(found.interval == 0...0)
    #expect(found.isEqualOnEveryPath)
    #expect(found.pairs?.varianceReduction == nil)
    #expect(found.pValue == 1)
  }

  /// A variance of the difference of 0 makes the reduction infinite, so it is left out.
  @Test func aConstantDifferenceIsCertain() throws {
    let shifted = Sleep.first.map { $0 + 0.1 }
    let found = try #require(Difference(base: Sleep.first, variant: shifted, isPaired: true))
    #expect(abs(found.value - 0.1) < 1e-12)
    #expect(found.standardError == 0)
    #expect(found.pairs?.varianceReduction == nil)
    #expect(found.pValue == 0)
  }

  @Test func oneOrNoPairTellsLittle() throws {
    let one = try #require(Difference(base: [1, .nan], variant: [3, 4], isPaired: true))
    #expect(one.value == 2)
    #expect(one.standardError == nil)
    #expect(one.interval == nil)
    #expect(one.pValue == nil)
    #expect(Difference(base: [.nan, 1], variant: [1, .nan], isPaired: true) == nil)
    #expect(Difference(base: [.nan], variant: [1, 2], isPaired: false) == nil)
  }

  /// One future in a hundred that wins by much: the skewness is 99/√99, over √100.
  @Test func aFewPathsThatCarryADifferenceAreNoticed() throws {
    let base = [Double](repeating: 1, count: 100)
    let found = try #require(
      Difference(base: base, variant: [101] + base.dropFirst(), isPaired: true))
    #expect(abs(found.skewness - 98 / 99.0.squareRoot() / 10) < 1e-9)
    #expect(found.isCarriedByFew)
  }
}
