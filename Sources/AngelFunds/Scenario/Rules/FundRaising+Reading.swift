extension FundRaising {
  /// Reads how a sub-fund finds its other partners, with every key, whether it has an effect or not.
  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<FundRaising>) {
    let closing = Closing(&reader, inheriting: defaults)
    let payment = Payment(&reader, inheriting: defaults)
    let firstDeal = reader.value(
      "first_deal_within", ValueForm.span(in: 1...160).orNone,
      default: defaults(
        "first_deal_within", { $0.firstDealInQuarters == 0 ? nil : $0.firstDealInQuarters },
        else: "none"),
      "time from the first money within which a company must be bought")
    let released: Released? = reader.value(
      "released", .choice, default: defaults("released", \.released, else: "reserve"),
      "what becomes of money that is free again")
    let growth = reader.value(
      "most_growth", .growth, default: defaults("most_growth", \.mostGrowth, else: "150%"),
      "most that a later sub-fund's commitment may grow to, over the planned one")
    guard let closing, let payment, let firstDeal, let released, let growth else { return nil }
    self.init(
      closeProbability: closing.probability, delayInQuarters: closing.delay,
      delayLogDeviation: closing.delayLogDeviation, deadlineInQuarters: closing.deadline,
      smallerProbability: closing.smaller, smallestSize: closing.smallest,
      isSocialFirst: payment.isSocialFirst, lateProbability: payment.late,
      lateQuarters: payment.lateBy, firstDealInQuarters: firstDeal ?? 0, released: released,
      mostGrowth: growth)
  }

  /// The rule, or `off` where all that it says is what happens without it.
  var effective: FundRaising {
    let isOff =
      closeProbability == 1 && delayInQuarters == 0 && smallerProbability == 0 && !isSocialFirst
      && lateProbability == 0 && firstDealInQuarters == 0
    return isOff ? .off : self
  }
}

extension FundRaising {
  /// The most quarters by which it closes after its planned start.
  var latestClosing: Int { delayInQuarters > 0 ? deadlineInQuarters : 0 }
}

/// Whether, when and how large a sub-fund closes.
private struct Closing {
  let probability: Double
  let delay: Double
  let delayLogDeviation: Double
  let deadline: Int
  let smaller: Double
  let smallest: Double

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<FundRaising>) {
    let probability = reader.value(
      "close_probability", .share,
      default: defaults("close_probability", \.closeProbability, else: "100%"),
      "probability that enough partners are found at all")
    let delay = reader.value(
      "delay", .yearsOrNone, default: defaults("delay", { $0.delayInQuarters / 4 }, else: "0q"),
      "median time from the planned start to the closing; 0q for none")
    let deviation = reader.value(
      "delay_log_sd", .number(in: 0...2),
      default: defaults("delay_log_sd", \.delayLogDeviation, else: "0.5"),
      "standard deviation of the logarithm of that time")
    let deadline = reader.value(
      "deadline", .span(in: 1...160),
      default: defaults("deadline", \.deadlineInQuarters, else: "12m"),
      "time from the planned start after which the commitment is cancelled")
    let smaller = reader.value(
      "smaller_probability", .share,
      default: defaults("smaller_probability", \.smallerProbability, else: "0%"),
      "probability that a sub-fund closes smaller than planned")
    let smallest = reader.value(
      "smallest_size", .positiveShare,
      default: defaults("smallest_size", \.smallestSize, else: "60%"),
      "smallest such size over the planned one")
    guard let probability, let delay, let deviation, let deadline, let smaller, let smallest
    else { return nil }
    (self.probability, self.delay, delayLogDeviation) = (probability, delay * 4, deviation)
    (self.deadline, self.smaller, self.smallest) = (deadline, smaller, smallest)
  }
}

/// When the other partners pay.
private struct Payment {
  let isSocialFirst: Bool
  let late: Double
  let lateBy: Int

  init?(_ reader: inout ScenarioReader, inheriting defaults: Inheritance<FundRaising>) {
    let isSocialFirst = reader.value(
      "social_first", .flag, default: defaults("social_first", \.isSocialFirst, else: "no"),
      "whether the mother fund pays a tranche only once the other partners have")
    let late = reader.value(
      "late_probability", .share,
      default: defaults("late_probability", \.lateProbability, else: "0%"),
      "probability that the other partners pay a tranche late")
    let lateBy = reader.value(
      "late_by", .span(in: 0...40), default: defaults("late_by", \.lateQuarters, else: "2q"),
      "time by which they do")
    guard let isSocialFirst, let late, let lateBy else { return nil }
    (self.isSocialFirst, self.late, self.lateBy) = (isSocialFirst, late, lateBy)
  }
}
