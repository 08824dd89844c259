internal import Foundation
import Stochastics

/// Engine `rounds`, flattened for the path loop.
struct RoundsModel: BitwiseCopyable {
  let stages: UnsafeBufferPointer<StageModel>
  let gapLogDeviation: Double
  let exits: ExitModel
  /// Long-run probability that the window is shut.
  let shutShare: Double
  let shuts: Double
  let opens: Double
  let logPostMoney: Double
  let postMoneyLogDeviation: Double
  let mostOwnership: Double
  let marks: MarkModel

  init(_ rounds: Rounds, arena: ModelArena) {
    stages = arena.store(rounds.stages.map { StageModel($0, of: rounds, arena: arena) })
    gapLogDeviation = rounds.gapLogDeviation
    exits = ExitModel(rounds.exits, window: rounds.ipoWindow)
    shutShare = rounds.ipoWindow.shutShare
    (shuts, opens) = (rounds.ipoWindow.shuts, rounds.ipoWindow.opens)
    logPostMoney = log(rounds.entryPostMoney.median)
    postMoneyLogDeviation = rounds.entryPostMoney.logDeviation
    mostOwnership = rounds.entryPostMoney.mostOwnership
    marks = MarkModel(rounds.marks)
  }

  /// Says of each year whether the window is open.
  ///
  /// The first year has the long-run share of shut ones; then it is a chain with two states.
  func drawWindow(
    _ stream: StreamKey, path: UInt32, years: Int, isOpen: UnsafeMutablePointer<Bool>,
    source: inout RandomSource
  ) {
    source.begin(stream, path: path)
    var draw = SIMD4<Double>.zero
    for year in 0..<years {
      if year.isMultiple(of: 4) { draw = source.block(ordinal: 0, address: UInt32(year / 4)) }
      let shutProbability = year == 0 ? shutShare : isOpen[year - 1] ? shuts : 1 - opens
      isOpen[year] = draw[year % 4] >= shutProbability
    }
  }
}

/// What stakes are valued at between rounds.
struct MarkModel: BitwiseCopyable {
  let isAtCost: Bool
  /// Quarters without a round after which the discount is taken, each time again; `Int.max` for
  /// never.
  let staleQuarters: Int
  /// What a discount leaves.
  let keptPart: Double

  init(_ marks: Marks) {
    isAtCost = marks.policy == .cost
    staleQuarters =
      marks.policy == .lastRoundDiscounted && marks.staleDiscount > 0
      ? marks.staleAfterInQuarters : .max
    keptPart = 1 - marks.staleDiscount
  }
}

/// What ways out pay.
struct ExitModel: BitwiseCopyable {
  let logPrice: SIMD4<Double>  // IPO, M&A, transfer while the window is open, and while it is shut
  let priceLogDeviation: SIMD4<Double>
  let lockUp: Int
  let sellDown: Int
  let buyback: Buyback
  let zombieRecovery: Double
  let zombieQuarters: Int
  let writeOffRecovery: Double

  init(_ exits: RoundExits, window: IPOWindow) {
    let transfer = exits.secondaryTransfer
    logPrice = SIMD4(
      log(exits.ipo.median), log(exits.mAndA.median),
      log(transfer.median * window.openFactor(window.shutTransferFactor)),
      log(transfer.median * window.shutTransferFactor))
    priceLogDeviation = SIMD4(
      exits.ipo.logDeviation, exits.mAndA.logDeviation, transfer.logDeviation,
      transfer.logDeviation)
    (lockUp, sellDown) = (exits.lockUpInQuarters, exits.sellDownInQuarters)
    buyback = exits.buyback
    zombieRecovery = exits.zombieRecovery
    zombieQuarters = Int((4 * exits.zombieYears).rounded())
    writeOffRecovery = exits.writeOffRecovery
  }
}
