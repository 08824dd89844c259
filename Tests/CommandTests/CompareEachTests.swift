import Foundation
import Testing

/// `compare --each`: one scenario under several values of a key.
@Suite struct CompareEachTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
  }

  /// Numbers of `compare.csv`, without labels and the names of base and variant.
  private func numbers(_ file: String, variant: String) throws -> [[String]] {
    let table = try CSVTable(try place.text(file))
    return table.rows.filter { $0[6] == variant }.map { Array($0[..<2] + $0[3..<5] + $0[7...]) }
  }

  @Test(arguments: ["en", "zh"]) func valuesAreVariantsAndTheFirstIsTheBase(language: String) throws
  {
    let outcome = try place.run(
      "compare", "plan.yaml", "--each", "mother_fund.mgmt_fee = 1%, 5%,2%", "--paths", "60",
      "--lang", language)
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    #expect(wideLines(outcome.output) == [])
    let title =
      language == "en"
      ? "plan by mother_fund.mgmt_fee, compared with 1% " : "plan 按 mother_fund.mgmt_fee 与 1% 比较 "
    #expect(outcome.output.hasPrefix(title))
    #expect(outcome.output.contains(/(means|均值) +1% +5% +2%\n/))
    #expect(outcome.output.contains("\nReports/compare_plan_mother_fund.mgmt_fee/"))
    let file = "Reports/compare_plan_mother_fund.mgmt_fee/compare.csv"
    let table = try CSVTable(try place.text(file))
    #expect(Set(try table.column("base")) == ["1%"])
    #expect(Set(try table.column("variant")) == ["5%", "2%"])
  }

  /// The same as two files with the two values.
  @Test func aValueIsWhatAFileWithItIs() throws {
    for fee in [1, 5] {
      try place.write(
        "base: plan.yaml\nset: {mother_fund.mgmt_fee: \(fee)%}\n", to: "fee\(fee).yaml")
    }
    let files = try place.run("compare", "fee1.yaml", "fee5.yaml", "--paths", "60", "--output", "a")
    let values = try place.run(
      "compare", "plan.yaml", "--each", "mother_fund.mgmt_fee=1%,5%", "--paths", "60", "--output",
      "b")
    #expect(files.status == 0 && values.status == 0)
    let numbers = try numbers("a/compare.csv", variant: "fee5")
    #expect(numbers.count > 50)
    #expect(try self.numbers("b/compare.csv", variant: "5%") == numbers)
  }

  @Test(arguments: ["en", "zh"]) func citiesRulesStandSideBySide(language: String) throws {
    try place.copyExample("dongguan_baseline.yaml")
    let cities = "none,dongguan_2024,shenzhen_2018,suzhou_522,guangzhou_kaifaqu_2025,hefei"
    let outcome = try place.run(
      "compare", "dongguan_baseline.yaml", "--each", "rules=\(cities)", "--paths", "40", "--lang",
      language, "--save-runs", "--output", "cities")
    #expect(outcome.status == 0)
    #expect(wideLines(outcome.output) == [])
    #expect(
      outcome.output.contains(/(means|均值) +none +donggua… +shenzhe… +suzhou_… +guangzh… +hefei\n/))
    #expect(outcome.output.contains(/(Cost of concessions|让利金额) +–[ ]/))
    #expect(try place.everything().filter { $0.hasSuffix(".sqlite") }.count == 6)
  }

  /// Names that look alike in their columns have numbers.
  @Test func longValuesAreToldApart() throws {
    let outcome = try place.run(
      "compare", "plan.yaml", "--each",
      "outcomes={preset: cn_angel_good, quality_shift: 0},{preset: cn_angel_good, quality_shift: 1},"
        + "cn_angel_good", "--paths", "20")
    #expect(outcome.status == 0)
    #expect(wideLines(outcome.output) == [])
    #expect(outcome.output.contains("(1) {preset: cn_angel_good, quality_shift: 0}, (2) {preset:"))
    #expect(outcome.output.contains(/means +\(1\) +\(2\) +\(3\)\n/))
  }

  @Test func whatMakesNoSenseIsRefused() throws {
    let cases: [(arguments: [String], status: Int32, message: String)] = [
      (["--each", "rules=none,hefei"], 64, "inputs"),
      (["plan.yaml", "plan.yaml", "--each", "rules=none,hefei"], 64, "takes one scenario, not 2"),
      (["plan.yaml", "--each", "rules=none"], 64, "with at least two values"),
      (["plan.yaml", "--each", "rules=none,"], 64, "with at least two values"),
      (["plan.yaml", "--each", "none,hefei"], 64, "--each takes key.path=value,value"),
      (
        ["plan.yaml", "--each", "rules=none,hefey"], 65,
        "not hefey; did you mean hefei? (with rules=hefey)"
      ),
      (["plan.yaml", "--each", "rule=none,hefei"], 65, "rule is not a key path of this scenario"),
      (["none.yaml", "--each", "rules=none,hefei"], 66, "there is no such file"),
    ]
    for (arguments, status, message) in cases {
      let outcome = try place.run(["compare"] + arguments)
      #expect(outcome.status == status, "\(arguments)")
      #expect(outcome.messages.contains(message), "\(arguments): \(outcome.messages)")
      #expect(outcome.output == "")
    }
  }
}
