internal import Foundation
import Stochastics

/// Draws the lives of a vehicle's companies.
struct LifeDraws {
  let model: RoundsModel
  let firstQuarter: Int
  /// The vehicle's last quarter, in its own time; what would happen later is left out.
  let last: Int
  let ownLoading: Double
  /// Market and sector factor of each sector and year, times their loadings.
  let levels: UnsafePointer<Double>
  let isOpen: UnsafePointer<Bool>
  let years: Int
  /// Quarters by which a transfer or an acquisition is later.
  var saleDelay = 0

  /// One company's life.
  ///
  /// - Parameter shift: Manager's factor and quality, without the limit of the deal flow.
  @inline(__always)
  func life(
    of company: PlannedCompany, shift: Double, limit: DealFlowLimit, bought: Double,
    source: inout RandomSource
  ) -> CompanyLife {
    let ordinal = UInt32(company.ordinal)
    let first = source.block(ordinal: ordinal, address: DrawAddress.entry)
    var life = CompanyLife()
    life.postMoney = exp(
      model.logPostMoney + model.postMoneyLogDeviation * StandardNormal.quantile(first[0]))
    let quality = shift + limit.shift(first[1], bought: bought)
    let levels = levels + Int(company.sector) * years
    var (time, price, value) = (Int(company.entry), 1.0, 1.0)
    for index in 0..<model.stages.count {
      let stage = model.stages[index]
      let draw = source.block(ordinal: ordinal, address: DrawAddress.event + UInt32(index))
      let isStartOpen = isOpen[(firstQuarter + time) / 4]
      time += (isStartOpen ? stage.openGaps : stage.shutGaps).quarters(draw[0])
      guard time <= last else { break }
      let year = (firstQuarter + time) / 4
      let latent = quality + levels[year] + ownLoading * StandardNormal.quantile(draw[1])
      let fate = stage.fate(latent: latent, isOpen: isOpen[year])
      guard fate == Fate.nextRoundIndex else {
        life.fate = fate
        life.fateQuarter = time
        let delay = stage.hasDelay ? stage.delays.quarters(draw[3]) : 0
        end(&life, company: company, price: price, delay: delay, source: &source)
        break
      }
      let step = exp(stage.logStepUp + stage.stepUpLogDeviation * StandardNormal.quantile(draw[2]))
      price *= step * stage.pool
      value *= step / (1 - stage.dilution)
      life.roundQuarters[index] = Int32(time)
      life.prices[index] = price
      life.values[index] = value
      life.roundCount = index + 1
    }
    return life
  }

  @inline(__always)
  private func end(
    _ life: inout CompanyLife, company: PlannedCompany, price: Double, delay: Int,
    source: inout RandomSource
  ) {
    life.exitQuarter = life.fateQuarter + delay + (life.isSale ? saleDelay : 0)
    if life.fate == Fate.zombieIndex {
      life.exitQuarter = max(
        life.exitQuarter, Int(company.entry) + model.exits.zombieQuarters)
    }
    guard life.exitQuarter <= last else { return }
    let draw = source.block(ordinal: UInt32(company.ordinal), address: DrawAddress.exit)
    let isOpen = isOpen[(firstQuarter + life.exitQuarter) / 4]
    model.exits.settle(&life, price: price, isOpen: isOpen, draw: draw)
  }
}

extension ExitModel {
  /// Says what a life's exit pays.
  @inline(__always)
  func settle(_ life: inout CompanyLife, price: Double, isOpen: Bool, draw: SIMD4<Double>) {
    switch life.fate {
    case Fate.writeOffIndex:
      (life.payout, life.exitValue) = (.cost, writeOffRecovery * draw[1])
    case Fate.zombieIndex:
      (life.payout, life.exitValue) = (.cost, zombieRecovery * draw[1])
    case Fate.buybackIndex:
      settleBuyback(&life, draw: draw)
    default:
      let row = life.fate == Fate.ipoIndex ? 0 : life.fate == Fate.mAndAIndex ? 1 : isOpen ? 2 : 3
      life.exitValue =
        price * exp(logPrice[row] + priceLogDeviation[row] * StandardNormal.quantile(draw[0]))
    }
  }

  @inline(__always)
  private func settleBuyback(_ life: inout CompanyLife, draw: SIMD4<Double>) {
    guard draw[1] >= buyback.nothing else {
      (life.payout, life.exitValue) = (.cost, 0)
      return
    }
    guard draw[1] < buyback.nothing + buyback.partial else {
      (life.payout, life.exitValue) = (.costWithInterest, 1)
      return
    }
    let width = buyback.partialHigh - buyback.partialLow
    (life.payout, life.exitValue) = (.cost, buyback.partialLow + width * draw[2])
  }
}

extension Fate {
  static let writeOffIndex = 0
  static let zombieIndex = 1
  static let buybackIndex = 2
  static let secondaryTransferIndex = 3
  static let mAndAIndex = 4
  static let nextRoundIndex = 5
  static let ipoIndex = 6
}
