import Stochastics

@testable import AngelFunds

/// Lives of companies of engine `rounds`, without a fund around them.
struct RoundsLab {
  /// One fund of many small companies, all bought in its first quarter, that lives for 40 years.
  static let text = """
    mother_fund: {size: 100亿, fund_life: 40y, mgmt_fee: 0%}
    direct: {share: 0%}
    terms:
      mother_share: 100%
      investment_period: 1q
      exit_period: 30y
      extension: 39q
      tranches: [100%]
      mgmt_fee: {investment_period: 0%, exit_period: 0%}
      hurdle_rate: 0%
      carry: 0%
      ticket: {median: 1000万, log_sd: 0}
      single_project_limit: {share: 100%, amount: 10亿}
      follow_on: {policy: none}
    anchors: {town: {kind: town, companies_a_year: unlimited, sectors: {electronics: 1}}}
    sub_funds: {town_1: {anchor: town, commitment: 1亿}}
    outcomes: {engine: rounds}

    """

  /// Changes that leave a window's years without effect.
  static let noWindow = [
    "outcomes.rounds.ipo_window.shut_ipo_factor": "1",
    "outcomes.rounds.ipo_window.shut_gap_factor": "1",
    "outcomes.rounds.ipo_window.shut_transfer_factor": "1",
  ]
  /// Changes that make companies independent of each other.
  static let independent = noWindow.merging([
    "dependence.market": "0", "dependence.sector": "0", "dependence.manager": "0",
  ]) { $1 }

  let model: CompiledModel
  let buffers: PathBuffers

  init(_ set: [String: String] = [:], companies: Int = 100) throws {
    let size = ["sub_funds.town_1.commitment": "\(companies)000万"]
    let scenario = try TestScenario.load(Self.text, set: size.merging(set) { $1 }).scenario
    model = CompiledModel(scenario)
    buffers = PathBuffers(model)
  }

  /// The lives of the first vehicle's companies on a path.
  func lives(path: UInt32, source: inout RandomSource) -> [CompanyLife] {
    let simulation = PathSimulation(model, buffers: buffers)
    simulation.drawFactors(path: path, source: &source)
    simulation.planDeals(of: [0], path: path, source: &source)
    return holdings(path: path, source: &source).map(\.life)
  }

  /// Expects factors and deals.
  func holdings(path: UInt32, source: inout RandomSource) -> [Holding] {
    let vehicle = model.vehicles[0]
    buffers.vehicle.clear(term: vehicle.term)
    source.begin(vehicle.manager, path: path)
    let skill = StandardNormal.quantile(source.block(ordinal: 0, address: DrawAddress.skill)[0])
    source.begin(vehicle.companies, path: path)
    let count = buffers.deals[0]
    DealSelection.order(
      buffers.deals.room(for: 0), count: count, quarters: vehicle.investmentQuarters,
      scratch: buffers.vehicle)
    var book = RoundsBook(
      0, model: model, buffers: buffers, skill: skill, proceedsOut: buffers.companyProceeds)
    book.prepare(count, source: &source)
    return (0..<count).map { buffers.vehicle.holdings[$0] }
  }
}

/// A mean over paths of one number a path, with its standard error.
struct PathMean {
  private var moments = Moments()

  mutating func add(_ value: Double) { moments.add(value) }

  var mean: Double { moments.mean }
  var error: Double { ((moments.variance ?? 0) / Double(moments.count)).squareRoot() }

  /// Distance from `value` in standard errors.
  func distance(from value: Double) -> Double { abs(mean - value) / error }
}
