/// The mother fund's figures about rules of public money that work at the mother fund.
struct MotherRuleFigures {
  private let model: CompiledModel
  private let buffers: PathBuffers
  private let investmentEnd: Int

  /// - Parameter investmentEnd: First quarter in which no vehicle buys any more.
  init(_ model: CompiledModel, buffers: PathBuffers, investmentEnd: Int) {
    (self.model, self.buffers, self.investmentEnd) = (model, buffers, investmentEnd)
  }

  /// Writes the figures of the rules that are on, in the order of `Metric`.
  ///
  /// - Parameter series: The mother fund's.
  func write(_ series: ScopeSeries, yearOfQuarter: [Int], to writer: inout MetricWriter) {
    guard model.mother.appropriation != nil else { return }
    writeShortfalls(yearOfQuarter, to: &writer)
    writeIdleMoney(series, to: &writer)
  }

  private func writeShortfalls(_ yearOfQuarter: [Int], to writer: inout MetricWriter) {
    let room = buffers.appropriation
    var (total, years, lastYear, interest) = (0.0, 0.0, -1, 0.0)
    for quarter in 0..<model.quarters {
      interest += room.interest[quarter]
      total += room.shortfalls[quarter]
      guard room.shortfalls[quarter] > 0 || waits(throughYearOf: quarter, yearOfQuarter) else {
        continue
      }
      if yearOfQuarter[quarter] != lastYear { years += 1 }
      lastYear = yearOfQuarter[quarter]
    }
    writer.write(total)
    writer.write(years)
    writer.write(interest)
  }

  /// Whether the quarter is a calendar year's last and calls still wait at its end.
  private func waits(throughYearOf quarter: Int, _ yearOfQuarter: [Int]) -> Bool {
    let isYearEnd =
      quarter + 1 == model.quarters || yearOfQuarter[quarter + 1] > yearOfQuarter[quarter]
    return isYearEnd && buffers.appropriation.waiting[quarter] >= Rounding.fen
  }

  /// The most that was drawn and not used, and the part of paid-in capital while vehicles invest.
  private func writeIdleMoney(_ series: ScopeSeries, to writer: inout MetricWriter) {
    var (peak, idle, paid, paidSums) = (0.0, 0.0, 0.0, 0.0)
    for quarter in 0..<model.quarters {
      peak = max(peak, buffers.appropriation.idle[quarter])
      guard quarter < investmentEnd else { continue }
      idle += buffers.appropriation.idle[quarter]
      paid += series.calls[quarter]
      paidSums += paid
    }
    writer.write(peak)
    writer.write(paidSums > 0 ? idle / paidSums : nil)
  }
}
