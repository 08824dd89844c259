import AngelFunds
import Foundation
import Testing

@testable import Reporting

/// What is said of figures: of all of them, of nothing else, in the words of the field.
@Suite struct DictionaryTests {
  private static let names = Catalogue.metrics.map(\.name)

  @Test func everyFigureSeriesAndItemHasAnEntryAndNothingElseHas() {
    let figures = SummaryFigure.all.map(\.name)
    let series = Series.allCases.map { "series.\($0.rawValue)" }
    let items = BudgetRow.Item.allCases.map { "budget.\($0.rawValue)" }
    #expect(Set(figures).count == figures.count)
    #expect(Set(Self.names) == Set(figures + series + items + ["appropriation_peak"]))
    #expect(Self.names.count == Set(Self.names).count)
  }

  @Test func everyEntryBelongsToAGroupThatHasATitle() {
    let entries = FigureDictionary.groups.flatMap(\.entries)
    #expect(Set(Self.names).subtracting(entries.map(\.key)).isSubset(of: ["appropriation_peak"]))
    for group in FigureDictionary.groups {
      #expect(Catalogue.labels["dictionary.group.\(group.id)"] != nil, "\(group.id)")
    }
  }

  @Test(arguments: Language.allCases)
  func namesTellFiguresApartAndFitTheirPlaces(language: Language) {
    let texts = Texts(language: language)
    let figures = SummaryFigure.all.map(\.name)
    let (long, short) = (figures.map(texts.name), figures.map(texts.shortName))
    #expect(Set(long).count == figures.count)
    #expect(Set(short).count == figures.count)
    for name in Self.names {
      #expect(TextTable.width(texts.shortName(of: name)) <= 24, "\(name)")
      #expect(TextTable.width(texts.name(of: name)) < 40, "\(name)")
    }
  }

  /// Where the name says "probability", the figure is one, and the other way round.
  @Test func eventsAreCalledProbabilities() {
    for figure in SummaryFigure.all {
      let name = Texts(language: .english).name(of: figure.name)
      let chinese = Texts(language: .chinese).name(of: figure.name)
      #expect(name.hasPrefix("P(") == figure.isEvent, "\(figure.name)")
      #expect(chinese.hasSuffix("概率") == figure.isEvent, "\(figure.name)")
    }
  }

  /// Terms of the field's glossary.
  @Test(arguments: [
    ("tvpi", "TVPI", "总值倍数"), ("dpi_7y", "DPI", "实缴分配率"), ("irr", "IRR", "内部收益率"),
    ("paid_in", "Paid-in", "实缴"), ("mgmt_fees", "Management fee", "管理费"),
    ("carry", "Carried interest", "业绩报酬"), ("idle_cash_share", "Idle cash", "闲置资金"),
    ("reinvestment_multiple", "einvestment multiple", "返投倍数"),
    ("reinvestment_credit", "recognised", "返投认定"),
    ("concession_cost", "oncession", "让利"), ("concession_to_gp", "manager", "管理人"),
    ("committed", "Committed", "认缴"), ("early_share", "Angel project", "天使类项目"),
    ("companies_written_off", "written off", "核销"), ("leverage_l1", "Leverage", "放大倍数"),
    ("leverage_l3", "Leverage", "社会资本"), ("breach_angel", "loss", "容亏率"),
    ("loss_beyond_tolerance", "tolerance", "容亏率"), ("series.idle_cash", "Idle cash", "闲置资金"),
    ("sub_funds_closed", "Sub-fund", "子基金"), ("loss_ratio_direct", "direct", "直投"),
    ("appropriation_peak", "Appropriation", "拨付"),
  ])
  func termsAreThoseOfTheGlossary(figure: String, english: String, chinese: String) throws {
    #expect(Texts(language: .english).name(of: figure).contains(english))
    #expect(Texts(language: .chinese).name(of: figure).contains(chinese))
  }

  /// Sources with a number are in the list of sources; sections of the model exist.
  @Test func sourcesCanBeFound() throws {
    let sources = try SourceTexts.text("Docs/Sources.md")
    let model = try SourceTexts.text("Docs/Model.md")
    for (name, definition) in Catalogue.metrics {
      #expect(!definition.source.isEmpty, "\(name)")
      for mark in definition.source.matches(of: /\bS[0-9]+\b/) {
        #expect(sources.contains("| \(mark.output) |"), "\(name): \(mark.output)")
      }
      guard let sections = definition.source.firstMatch(of: /Model\.md ([0-9, ]+)/)?.1 else {
        Issue.record("\(name) names no section of the model")
        continue
      }
      for section in sections.split(separator: ", ") {
        #expect(model.contains("\n## \(section). "), "\(name): \(section)")
      }
    }
  }

  @Test func theDocumentIsWhatTheProgramWrites() throws {
    #expect(try SourceTexts.text("Docs/Metrics.md") == DictionaryMarkdown.text)
  }

  @Test(arguments: Language.allCases)
  func theScreenIsNotWiderThan80Columns(language: Language) {
    let text = DictionaryText(language: language)
    let told = FigureDictionary.groups.flatMap(\.entries).map(\.key)
    let lines = (text.overview + text.details(of: told)).split(separator: "\n")
    #expect(lines.count > 6 * 100)
    for line in lines {
      #expect(TextTable.width(String(line)) <= 80, "\(line)")
      #expect(!line.hasSuffix("…"), "\(line)")
    }
    for name in told { #expect(text.details(of: [name]).contains(name)) }
  }

  @Test func aNameMayStandForAFigureASeriesAndAnItem() {
    let text = DictionaryText(language: .english).details(of: ["distributions"])
    let heads = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(heads.count == 3)
    #expect(DictionaryText.unknown(in: ["tvpi", "nothing"]).map(\.name) == ["nothing"])
  }
}
