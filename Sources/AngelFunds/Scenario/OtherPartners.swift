/// What partners other than the mother fund promise.
struct OtherPartners {
  let gp: Double
  let otherGovernments: Double

  /// Reads the parts.
  ///
  /// The manager's, where it is not written here, is at most what the others leave.
  init?(
    _ reader: inout ScenarioReader, inheriting defaults: Inheritance<SubFundTerms>,
    beside motherShare: Double
  ) {
    let gp = reader.value(
      "gp_share", .share, default: defaults("gp_share", \.gpShare, else: "1%"),
      "the manager's own part of a sub-fund")
    let others = reader.value(
      "other_government_share", .share,
      default: defaults("other_government_share", \.otherGovernmentShare, else: "0%"),
      "the part of other governments, such as a park's, a town's or a district's")
    guard let gp, let others else { return nil }
    otherGovernments = others
    let rest = max(0, 1 - motherShare - others)
    guard gp > rest, reader.tree?.entry("gp_share") == nil else {
      self.gp = gp
      return
    }
    self.gp = rest
    reader.resolve("gp_share", ValueForm.share.write(rest))
  }
}
