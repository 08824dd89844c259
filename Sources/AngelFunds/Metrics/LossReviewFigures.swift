/// Losses against their tolerance.
extension PathMetrics {
  /// Writes the mother fund's figures, where the rule is on, in the order of `Metric`.
  func writeLossReviews(to writer: inout MetricWriter) {
    guard let model = model.lossReviews else { return }
    let reviews = LossReviews(model: model, room: buffers.reviews)
    var (first, isJudged) = (Int.max, false)
    for group in LossGroup.allCases {
      writer.write(buffers.reviews[group, model.count].ratio(isGross: model.isGross))
      first = min(first, reviews.firstBreach(of: group) ?? .max)
      isJudged = isJudged || reviews.isBreached(group, at: model.count) != nil
    }
    for group in LossGroup.allCases {
      writer.write(Self.event(reviews.isBreached(group, at: model.count)))
    }
    writer.write(Self.event(isJudged && model.count > 0 ? first < model.count : nil))
    writer.write(first < .max ? reviews.years(to: first) : nil)
    for group in LossGroup.allCases {
      let isOwn = reviews.isBreached(group, at: model.count) != nil
      writer.write(
        Self.event(isOwn ? first < .max && reviews.firstBreach(of: group) == first : nil))
    }
    let whole = reviews.firstWholeBreach
    writer.write(Self.event(model.count > 0 ? whole.map { $0 < model.count } ?? false : nil))
    writer.write(whole.map(reviews.years))
  }

  /// Writes those of a vehicle.
  func writeLossReviews(of index: Int, to writer: inout MetricWriter) {
    guard model.lossReviews != nil else { return }
    let review = buffers.reviews.vehicles[index]
    writer.write(Self.event(review.isBreached))
    writer.write(review.firstBreach)
  }

  private static func event(_ happens: Bool?) -> Double? { happens.map { $0 ? 1 : 0 } }
}
