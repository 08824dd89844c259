extension Scenario {
  /// The sub-funds tied to an anchor.
  func subFunds(of anchor: Anchor) -> [SubFund] { subFunds.filter { $0.anchor == anchor.id } }

  /// Anchors of several sub-funds, which need figures of their own on every path.
  ///
  /// The mother fund's stake in an anchor of one sub-fund is its part of that sub-fund, and what
  /// reports say of it follows from there.
  var jointAnchors: [Anchor] { anchors.filter { subFunds(of: $0).count > 1 } }
}
