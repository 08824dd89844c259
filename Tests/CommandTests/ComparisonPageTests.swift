import Foundation
import Testing

/// `comparison.html` as Chromium shows it, against `compare.csv`.
@Suite(.enabled(if: Browser.isThere, "needs chromium"))
struct ComparisonPageTests {
  /// A base, a dearer plan, a cheaper one with a hostile name, and the base again.
  struct Compared: Sendable {
    let visits: [String: PageVisit]
    let table: CSVTable
    let bytes: Int

    static let shared = Result { try Compared() }

    private init() throws {
      let place = try Workplace()
      try place.writeShortPlan(to: "plan.yaml")
      for (name, title, fee) in [
        ("dear", "=HYPERLINK(1) 高费", "5%"),
        ("cheap", #"<script>alert('x')</script>\" </script> \u202Eabc 😀"# + letters, "0.5%"),
        ("copy", "Copy", "2%"),
      ] {
        let set = name == "copy" ? "" : "set: {mother_fund.mgmt_fee: \(fee)}"
        try place.write(
          "base: plan.yaml\ntitle: {en: \"\(title)\", zh: \"\(title)\"}\n\(set)\n",
          to: "\(name).yaml")
      }
      let first = try place.run(
        "compare", "plan.yaml", "dear.yaml", "cheap.yaml", "copy.yaml", "--paths", "120",
        "--save-runs", "--output", "en")
      #expect(first.status == 0, "\(first.messages)")
      let runs = ["plan", "dear", "cheap", "copy"].map { "en/\($0).sqlite" }
      let second = try place.run(["compare"] + runs + ["--lang", "zh", "--output", "zh"])
      #expect(second.status == 0, "\(second.messages)")
      visits = try ["en", "zh"].reduce(into: [:]) {
        $0[$1] = try Browser.visit(place.folder.appending(path: "\($1)/comparison.html"))
      }
      table = try CSVTable(place.text("en/compare.csv"))
      bytes = try place.bytes("en/comparison.html").count
    }

    private let letters = String(repeating: "长名W", count: 60)

    /// A number of `compare.csv`.
    func number(_ variant: String, _ metric: String, _ column: String) throws -> Double? {
      let row = try #require(
        table.rows.first { $0[6] == variant && $0[0] == "mother_fund" && $0[3] == metric })
      return Double(row[try #require(table.header.firstIndex(of: column))])
    }
  }

  @Test(arguments: ["en", "zh"])
  func drawsEveryChartAndAsksForNothing(language: String) throws {
    let compared = try Compared.shared.get()
    let visit = try #require(compared.visits[language])
    #expect(visit.messages == [])
    #expect(visit.requests == [])
    for look in visit.looks {
      #expect(look.emptyCanvases == [])
      // Three forests, the plane, three clouds of paths, J-curves and values.
      #expect(look.canvases.count == 9)
      #expect(look.contentWidth <= look.width)
      #expect(look.scripts == 3)
    }
    #expect(compared.bytes < 1_000_000)
  }

  @Test(arguments: ["en", "zh"])
  func numbersAreThoseOfTheTable(language: String) throws {
    let compared = try Compared.shared.get()
    let numbers = try #require(compared.visits[language]?.looks.first).numbers
    #expect(numbers.count > 3 * 8 * 5)
    for number in numbers {
      let parts = number.origin.split(separator: "/")
      let variant = try #require(parts.first?.split(separator: ":").last)
      let expected = try #require(
        try compared.number(String(variant), String(parts[3]), String(parts[4])))
      let shown = try #require(PageNumber(number.text))
      #expect(
        abs(shown.value - expected) <= 0.5001 * shown.step,
        "\(number.origin): \(number.text), not \(expected)")
    }
  }

  /// A fee eats returns on every path, and the same plan is the same on every path.
  @Test(arguments: [
    (
      "en",
      [
        "is worse than ⁨Short plan⁩.", "is better than ⁨Short plan⁩.",
        "cannot be ranked by the model",
      ]
    ),
    ("zh", ["劣于⁨Short plan⁩。", "优于⁨Short plan⁩。", "模型无法排序"]),
  ])
  func saysWhatIsBetter(language: String, answers: [String]) throws {
    let compared = try Compared.shared.get()
    let look = try #require(compared.visits[language]?.looks.first)
    let verdicts = look.html.matches(of: /<p class="verdict">(.*?)<\/p>/).map { $0.1 }
    #expect(verdicts.count == 3)
    for (verdict, answer) in zip(verdicts, answers) {
      #expect(verdict.contains(answer), "\(verdict)")
    }
    #expect(try #require(try compared.number("dear", "tvpi", "difference")) < 0)
    #expect(try #require(try compared.number("cheap", "tvpi", "difference")) > 0)
    #expect(try compared.number("copy", "tvpi", "difference") == 0)
  }
}
