extension Scenario {
  /// The sub-funds tied to an anchor.
  func subFunds(of anchor: Anchor) -> [SubFund] { subFunds.filter { $0.anchor == anchor.id } }

  /// Anchors that need figures of their own on every path: those of several sub-funds, and all that
  /// have one where the mother fund's stakes are more than its part of sub-funds' flows.
  var jointAnchors: [Anchor] {
    let isMoreThanAPart = !ActiveRules(self).isDisjoint(with: [.concession, .fundRaising])
    return anchors.filter { subFunds(of: $0).count > (isMoreThanAPart ? 0 : 1) }
  }

  /// The sub-fund that an anchor's figures are a part of; nil where it has its own, or none.
  func onlySubFund(of anchor: Anchor) -> SubFund? {
    jointAnchors.contains(anchor) ? nil : subFunds(of: anchor).first
  }
}
