/// Rules of a sub-fund as they are written, from which others inherit.
///
/// Keys without effect, such as the share of a concession of no form, keep their values here.
struct WrittenFundRules {
  let concession: Concession
  let reinvestment: Reinvestment
  let limits: WrittenLimits
  let fundRaising: FundRaising

  /// The rules without what has no effect.
  var effective: FundRules {
    FundRules(
      concession: concession.effective, reinvestment: reinvestment.effective,
      limits: limits.effective, fundRaising: fundRaising.effective)
  }

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<WrittenFundRules>) {
    let concession = reader.section("concession", "what the mother fund gives up of its profit") {
      Concession(&$0, inheriting: defaults.part("concession", \.concession))
    }
    let reinvestment = reader.section("reinvestment", "what has to be invested locally") {
      Reinvestment(&$0, inheriting: defaults.part("reinvestment", \.reinvestment))
    }
    let limits = reader.section("limits", "limits on who pays how much, and on what is bought") {
      WrittenLimits(&$0, inheriting: defaults.part("limits", \.limits))
    }
    let fundRaising = reader.section(
      "fund_raising", "how a sub-fund finds its other partners"
    ) {
      FundRaising(&$0, inheriting: defaults.part("fund_raising", \.fundRaising))
    }
    guard let concession, let reinvestment, let limits, let fundRaising else { return nil }
    (self.concession, self.reinvestment) = (concession, reinvestment)
    (self.limits, self.fundRaising) = (limits, fundRaising)
  }
}
