import Stochastics

/// How a sub-fund finds its other partners, flattened for the path loop.
struct FundRaisingModel: BitwiseCopyable {
  let closing: StreamKey
  let isOn: Bool
  let closeProbability: Double
  let delay: Double
  let delayLogDeviation: Double
  let deadline: Int
  let smallerProbability: Double
  let smallestSize: Double
  let isSocialFirst: Bool
  let lateProbability: Double
  /// Quarters by which late partners pay; 0 where none are late.
  let lateQuarters: Int
  /// Quarters from the first money within which a company must be bought; 0 for no such rule.
  let firstDealQuarters: Int
  /// The latest that it may close, in quarters from the planned start.
  var latestClosing: Int { isOn && delay > 0 ? deadline : 0 }

  /// Whether later sub-funds get what this one sets free.
  let isReallocated: Bool
  /// The most that the commitment may grow to, over the planned one.
  let mostGrowth: Double

  static let off = FundRaisingModel(.off, stream: "")

  init(_ fund: SubFund) { self.init(fund.rules.fundRaising, stream: fund.stream) }

  private init(_ rule: FundRaising, stream: String) {
    closing = StreamKey(.closing, stream)
    isOn = rule != .off
    closeProbability = rule.closeProbability
    delay = rule.delayInQuarters
    delayLogDeviation = rule.delayLogDeviation
    deadline = rule.deadlineInQuarters
    smallerProbability = rule.smallerProbability
    smallestSize = rule.smallestSize
    isSocialFirst = rule.isSocialFirst
    lateQuarters = rule.lateProbability > 0 ? rule.lateQuarters : 0
    lateProbability = lateQuarters > 0 ? rule.lateProbability : 0
    firstDealQuarters = rule.firstDealInQuarters
    isReallocated = rule.released == .laterFunds
    mostGrowth = isReallocated ? max(1, rule.mostGrowth) : 1
  }
}

/// What becomes of the mother fund's commitment to a sub-fund on a path, in yuan.
///
/// What was planned and what was added make up what is committed, cancelled and cut.
struct RaisedFund: BitwiseCopyable {
  var planned = 0.0
  /// Added from what other sub-funds set free.
  var added = 0.0
  /// Set free as the sub-fund did not close in time.
  var cancelled = 0.0
  /// Set free as it closed smaller.
  var cut = 0.0
  /// When money was set free, in quarters from the start.
  var releaseQuarter = 0
  /// What of it no later sub-fund has got.
  var kept = 0.0

  var committed: Double { planned + added - cancelled - cut }
  var isClosed: Bool { committed > 0 }
}
