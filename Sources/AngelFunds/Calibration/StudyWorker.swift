internal import Foundation
import Stochastics

/// Simulates companies alone, path by path: a hundred of them share market, sectors and managers.
final class StudyWorker {
  static let companiesAPath = 100
  /// Cheques are spread over so many quarters.
  static let entryQuarters = 16
  /// Long enough for nearly every company's end; the rest is told.
  static let quarters = 240
  /// The date at which values are looked at, four and a half years after the first cheque.
  static let snapshot = 18
  private static let companiesAManager = 20
  private static let sectors = 6

  private let outcomes: Outcomes
  private let arena = ModelArena()
  private let factors: FactorModel
  private let rounds: RoundsModel
  private let table: OutcomeTable
  private var source: RandomSource
  private let numbers: UnsafeMutablePointer<Double>
  private let isOpen: UnsafeMutablePointer<Bool>

  private static let years = quarters / 4
  private static let entryYears = entryQuarters / 4
  private static let stride = years + FactorModel.exposureYears

  init(_ outcomes: Outcomes, dependence: Dependence, seed: UInt64) throws {
    self.outcomes = outcomes
    factors = FactorModel(dependence)
    rounds = RoundsModel(outcomes.rounds, arena: arena)
    table = OutcomeTable(outcomes, arena: arena)
    source = try RandomSource(generator: .philox, seed: seed)
    let count = (2 * (Self.sectors + 1) + 1) * Self.stride
    numbers = .allocate(capacity: count)
    numbers.initialize(repeating: 0, count: count)
    isOpen = .allocate(capacity: Self.years)
    isOpen.initialize(repeating: true, count: Self.years)
  }

  deinit {
    numbers.deallocate()
    isOpen.deallocate()
  }

  private func room(_ index: Int) -> FactorModel.Room {
    FactorModel.Room(
      values: numbers, exposures: numbers + (1 + 2 * index) * Self.stride, years: Self.entryYears,
      levels: numbers + (2 + 2 * index) * Self.stride, levelYears: Self.years)
  }

  /// What one path's companies add up to.
  func sums(path: UInt32) -> StudySums {
    drawFactors(path: path)
    var sums = StudySums()
    let stream = StreamKey(.company, "study")
    for number in 0..<Self.companiesAPath {
      let manager = number / Self.companiesAManager
      source.begin(StreamKey(.manager, "study"), path: path)
      let skill = StandardNormal.quantile(
        source.block(ordinal: UInt32(manager), address: DrawAddress.skill)[0])
      source.begin(stream, path: path)
      let company = PlannedCompany(
        ordinal: Int32(number), entry: Int32(number % Self.entryQuarters),
        sector: Int32(number % Self.sectors), amount: 1)
      let shift = outcomes.qualityShift + factors.managerLoading * skill
      switch outcomes.engine {
      case .rounds: addLife(of: company, shift: shift, to: &sums)
      case .multiples: addMultiple(of: company, shift: shift, to: &sums)
      }
    }
    return sums
  }

  private func drawFactors(path: UInt32) {
    let market = room(Self.sectors)
    factors.draw(
      StreamKey(.market, "market"), path: path, loading: factors.marketLoading, room: market,
      source: &source)
    for sector in 0..<Self.sectors {
      let room = room(sector)
      factors.draw(
        StreamKey(.sector, "study_\(sector)"), path: path, loading: factors.sectorLoading,
        room: room, source: &source)
      for year in 0..<Self.entryYears { room.exposures[year] += market.exposures[year] }
      for year in 0..<Self.years { room.levels[year] += market.levels[year] }
    }
    rounds.drawWindow(
      StreamKey(.ipoWindow, "ipo_window"), path: path, years: Self.years, isOpen: isOpen,
      source: &source)
  }

  private func addLife(of company: PlannedCompany, shift: Double, to sums: inout StudySums) {
    let draws = LifeDraws(
      model: rounds, firstQuarter: 0, last: Self.quarters - 1, ownLoading: factors.ownLoading,
      levels: UnsafePointer(room(Int(company.sector)).levels), isOpen: UnsafePointer(isOpen),
      years: 0)
    let life = draws.life(
      of: company, shift: shift, limit: .unlimited, bought: 0, source: &source)
    StudiedLife(life, entry: Int(company.entry), exits: rounds.exits).add(to: &sums)
  }

  private func addMultiple(of company: PlannedCompany, shift: Double, to sums: inout StudySums) {
    let draw = source.block(ordinal: UInt32(company.ordinal), address: DrawAddress.outcome)
    let exposures = room(Int(company.sector)).exposures
    let latent =
      shift + exposures[Int(company.entry) / 4]
      + factors.ownLoading * StandardNormal.quantile(draw[1])
    let outcome = table.outcome(latent: latent)
    let held = table.holdingQuarters(bucket: outcome.bucket, uniform: draw[0])
    sums.addResult([(held, outcome.multiple)], cost: 1)
  }
}

extension StudySums {
  /// Adds what a company brings back: quarters after the cheque, and yuan for each of its cost.
  mutating func addResult(_ proceeds: [(quarters: Int, amount: Double)], cost: Double) {
    let total = proceeds.reduce(0) { $0 + $1.amount }
    let multiple = total / cost
    add(multiple < 1, to: .below1x)
    add(multiple >= 1 && multiple < 5, to: .from1xTo5x)
    add(multiple >= 5 && multiple < 10, to: .from5xTo10x)
    add(multiple >= 10, to: .above10x)
    add(total, of: cost, to: .meanMultiple)
    add(multiple >= 10 ? total : 0, of: total, to: .valueAbove10x)
    for (years, figure) in OutcomeFigure.realised {
      let early = proceeds.reduce(0) { $0 + ($1.quarters <= 4 * years ? $1.amount : 0) }
      add(early, of: total, to: figure)
    }
  }
}
