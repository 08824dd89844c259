import Foundation
import Stochastics
import Testing

@testable import AngelFunds

/// With nothing between companies and partners, results are those of probability theory.
@Suite struct ClosedFormTests {
  /// What the default table gives, worked out by integration of its density.
  ///
  /// A second derivation beside the inverse that the program uses. The mean is printed as 2.291 in the field's notes.
  enum Table {
    static let tail = (share: 0.04, index: 1.4, low: 10.0, high: 500.0)

    /// The k-th moment of a company's multiple.
    static func moment(_ power: Double) -> Double {
      func logUniform(_ low: Double, _ high: Double) -> Double {
        (pow(high, power) - pow(low, power)) / power / log(high / low)
      }
      let scale = 1 - pow(tail.low / tail.high, tail.index)
      let pareto =
        tail.index * pow(tail.low, tail.index) / (power - tail.index)
        * (pow(tail.high, power - tail.index) - pow(tail.low, power - tail.index)) / scale
      return 0.25 / (power + 1) + 0.25 * logUniform(1, 5) + 0.06 * logUniform(5, 10)
        + tail.share * pareto
    }

    /// Probability of at most `multiple`, for multiples from 10 on.
    static func cumulative(tail multiple: Double) -> Double {
      let scale = 1 - pow(tail.low / tail.high, tail.index)
      return 0.96 + tail.share * (1 - pow(tail.low / multiple, tail.index)) / scale
    }
  }

  @Test func theTableMeanIsThePublishedOne() throws {
    #expect(abs(Table.moment(1) - 2.291) < 0.0005)
    let outcomes = try TestScenario.example("minimal").scenario.outcomes
    #expect(abs(outcomes.meanMultiple - Table.moment(1)) < 1e-9)
  }

  /// Multiples of every company over `paths` paths of a fund of `companies` companies.
  private func multiples(companies: Int, paths: Int, dependence: String) throws -> [[Double]] {
    let text = TestScenario.plain(companies: companies, dependence: dependence)
    let scenario = try TestScenario.load(text).scenario
    let model = CompiledModel(scenario)
    let buffers = PathBuffers(model)
    let simulation = PathSimulation(model, buffers: buffers)
    var source = try RandomSource(generator: .philox, seed: 11)
    var silence = NoRecording()
    return (0..<paths).map { path in
      let outcome = simulation.run(path: UInt32(path), source: &source, recorder: &silence)
      return (0..<outcome.companies).map { buffers.companyProceeds[$0] / 1e7 }
    }
  }

  private static let independent = "{market: 0, sector: 0, manager: 0}"

  @Test func companiesAgreeWithTheTable() throws {
    let paths = try multiples(companies: 30, paths: 4000, dependence: Self.independent)
    let all = paths.flatMap { $0 }
    #expect(all.count == 120_000)
    let moments = all.reduce(into: Moments()) { $0.add($1) }
    let error = ((Table.moment(2) - pow(Table.moment(1), 2)) / 120_000).squareRoot()
    #expect(abs(moments.mean - Table.moment(1)) < 4 * error)
    let checks = [
      (0.0, 0.40), (0.5, 0.40 + 0.125), (1, 0.65), (sqrt(5), 0.65 + 0.125), (5, 0.90),
      (sqrt(50), 0.93), (10, 0.96), (20, Table.cumulative(tail: 20)),
      (50, Table.cumulative(tail: 50)), (200, Table.cumulative(tail: 200)),
    ]
    for (multiple, probability) in checks {
      let share = Double(all.count { $0 <= multiple * (1 + 1e-9) }) / 120_000
      let error = (probability * (1 - probability) / 120_000).squareRoot()
      #expect(abs(share - probability) < 4 * error, "at most \(multiple)")
    }
  }

  /// The mean of n independent companies has the table's mean and its variance over n; the error
  /// of a sample variance follows from the fourth moment.
  @Test func theFundAgreesWithTheTable() throws {
    let (companies, count) = (20, 6000)
    let paths = try multiples(companies: companies, paths: count, dependence: Self.independent)
    let funds = paths.map { $0.reduce(0, +) / Double(companies) }
    let sample = funds.reduce(into: Moments()) { $0.add($1) }
    let (n, mean) = (Double(companies), Table.moment(1))
    let second = Table.moment(2) - mean * mean
    let fourth =
      Table.moment(4) - 4 * mean * Table.moment(3) + 6 * mean * mean * Table.moment(2)
      - 3 * pow(mean, 4)
    let variance = second / n
    let fundFourth = (fourth + 3 * (n - 1) * second * second) / pow(n, 3)
    #expect(abs(sample.mean - mean) < 4 * (variance / Double(count)).squareRoot())
    let error = ((fundFourth - variance * variance) / Double(count)).squareRoot()
    #expect(abs(try #require(sample.variance) - variance) < 4 * error)
  }

  /// The number of failures of the one-factor Gaussian copula (Vasicek 1987): given the factor x
  /// it is binomial with probability Φ((z - √ρ·x)/√(1 - ρ)); integrated over x.
  @Test func failuresAgreeWithTheOneFactorModel() throws {
    let (companies, count, rho) = (12, 8000, 0.2)
    let paths = try multiples(
      companies: companies, paths: count,
      dependence: "{market: 20%, sector: 0, manager: 0}")
    let failures = paths.map { path in path.count { $0 == 0 } }
    let threshold = StandardNormal.quantile(0.4)
    for number in 0...companies {
      let probability = try integral(over: -8...8, relativeTolerance: 1e-8) { factor in
        let chance = StandardNormal.cumulative(
          (threshold - rho.squareRoot() * factor) / (1 - rho).squareRoot())
        let ways = (0..<number).reduce(1.0) { $0 * Double(companies - $1) / Double($1 + 1) }
        return ways * pow(chance, Double(number)) * pow(1 - chance, Double(companies - number))
          * exp(-factor * factor / 2) / (2 * Double.pi).squareRoot()
      }
      let share = Double(failures.count { $0 == number }) / Double(count)
      let error = (probability * (1 - probability) / Double(count)).squareRoot()
      #expect(abs(share - probability) < 4 * error, "\(number) failures")
    }
  }

  /// A mean of five years of a first-order autoregression: the sum over all pairs of φ^|i-j| / 25.
  @Test(arguments: [0, 0.5, 0.9])
  func exposureVarianceIsThatOfAFiveYearMean(persistence: Double) {
    var sum = 0.0
    for i in 0..<5 { for j in 0..<5 { sum += pow(persistence, Double(abs(i - j))) / 25 } }
    #expect(abs(FactorModel.exposureVariance(persistence: persistence) - sum) < 1e-12)
    #expect(abs(FactorModel.exposureVariance(persistence: 0.5) - 0.445) < 1e-12)
  }

  /// Holding times before rounding are lognormal.
  ///
  /// Half of them are below the median, and 84.1 % below the median times e^0.45. With a median of 40 quarters rounding moves this little.
  @Test func holdingTimesAreLognormal() {
    let arena = ModelArena()
    let times = HoldingTimes(medianQuarters: 40, logDeviation: 0.45, arena: arena)
    let draws = (0..<20_000).map { times.quarters((Double($0) + 0.5) / 20_000) }
    let below = { (quarters: Double) in
      Double(draws.count { Double($0) < quarters }) / 20_000
    }
    #expect(abs(below(40.5) - StandardNormal.cumulative(log(40.5 / 40) / 0.45)) < 0.0005)
    #expect(abs(below(63.5) - StandardNormal.cumulative(log(63.5 / 40) / 0.45)) < 0.0005)
    #expect(draws == draws.sorted())
  }
}
