/// How a vehicle follows its companies' rounds.
struct FollowOnModel: BitwiseCopyable {
  let policy: FollowOn.Policy
  /// In yuan; 0 where nothing is kept.
  var reserve: Double
  let byStage: SIMD4<Double>

  /// - Parameter budget: What there is for companies, follow-ons included, in yuan.
  init(_ followOn: FollowOn, engine: Outcomes.Engine, budget: Double) {
    policy = followOn.policy
    let isOn = engine == .rounds && followOn.policy != .none
    reserve = isOn ? followOn.reserve * budget : 0
    byStage = SIMD4(followOn.byStage)
  }
}
