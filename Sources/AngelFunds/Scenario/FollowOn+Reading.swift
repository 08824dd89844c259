extension FollowOn {
  /// Reads how later rounds are followed.
  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<FollowOn>) {
    let policy: Policy? = reader.value(
      "policy", .choice, default: defaults("policy", \.policy, else: "pro_rata"),
      "what decides how much a fund puts into its companies' later rounds")
    let reserve = reader.value(
      "reserve", .shareBelowOne, default: defaults("reserve", \.reserve, else: "30%"),
      "part of the money for companies that is kept for later rounds")
    let multiples = reader.section(
      "by_stage", "for policy by_stage: what goes into each round, in first tickets"
    ) { reader in
      zip(Self.rounds, 0...).map { round, index in
        reader.value(
          round.stage.rawValue, .number(in: 0...100),
          default: defaults(
            "by_stage.\(round.stage.rawValue)", { $0.byStage[index] }, else: round.multiple),
          round.help)
      }
    }
    let known = multiples.compactMap { $0 }
    guard let policy, let reserve, known.count == multiples.count else { return nil }
    self.init(policy: policy, reserve: reserve, byStage: known)
  }

  /// The rounds that can be followed, with the built-in multiples.
  private static let rounds: [(stage: Stage, multiple: String, help: String)] = [
    (.roundA, "0.5", "multiple of the first ticket at round A"),
    (.roundB, "0.5", "multiple of the first ticket at round B"),
    (.roundC, "0.25", "multiple of the first ticket at round C"),
    (.preIPO, "0", "multiple of the first ticket at the last round before a listing"),
  ]
}

extension ScenarioReader {
  /// Reads the key `follow_on`.
  mutating func followOn(_ defaults: Inheritance<FollowOn>) -> FollowOn? {
    section("follow_on", "how later rounds of companies are followed; engine rounds only") {
      FollowOn(&$0, inheriting: defaults)
    }
  }

  /// Reads a fund's own `outcomes`, which are but an engine.
  mutating func engine(inheriting engine: Outcomes.Engine) -> Outcomes.Engine? {
    section("outcomes", "how this fund's companies are simulated") {
      $0.value(
        "engine", .choice, default: .inherited(engine, from: "outcomes.engine"),
        "which engine simulates its companies")
    }
  }
}
