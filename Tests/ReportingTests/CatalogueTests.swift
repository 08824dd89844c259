import AngelFunds
import Foundation
import Testing

@testable import Reporting

/// The one catalogue of texts: complete in both languages, and exactly what the program uses.
@Suite struct CatalogueTests {
  private static let folders = ["Sources/Reporting", "Sources/angelfof"]

  /// Every text of both files, with where it stands.
  static let texts: [(place: String, entry: Catalogue.Entry)] =
    Catalogue.labels.map { ($0, $1) }
    + Catalogue.metrics.flatMap { name, definition in
      [
        ("\(name).name", definition.name), ("\(name).short", definition.short),
        ("\(name).meaning", definition.meaning), ("\(name).formula", definition.formula),
      ]
    }

  @Test func noTextIsEmptyInEitherLanguage() {
    #expect(Self.texts.count > 4 * 100)
    for (place, entry) in Self.texts {
      #expect(entry.english.contains(/\S/), "\(place)")
      #expect(entry.chinese.contains(/\S/), "\(place)")
    }
  }

  @Test func placeholdersAreTheSameInBothLanguages() {
    for (place, entry) in Self.texts {
      #expect(placeholders(in: entry.english) == placeholders(in: entry.chinese), "\(place)")
    }
  }

  private func placeholders(in text: String) -> Set<Substring> {
    Set(text.matches(of: /\{([a-z_0-9]+)\}/).map(\.1))
  }

  /// Words of English in a row that are no names of keys, programs or figures.
  @Test func chineseTextsAreChinese() {
    for (place, entry) in Self.texts where entry.english != entry.chinese {
      let plain = entry.chinese.replacing(/\{[a-z_0-9]+\}/, with: "")
      #expect(plain.contains(/[\u{4E00}-\u{9FFF}]|^[^A-Za-z]*$/), "\(place): \(entry.chinese)")
      #expect(!plain.contains(/[a-z]{2,} [a-z]{2,} [a-z]{2,}/), "\(place): \(entry.chinese)")
    }
  }

  @Test func englishTextsHaveNoChinese() {
    for (place, entry) in Self.texts {
      #expect(!entry.english.contains(/[\u{4E00}-\u{9FFF}]/), "\(place): \(entry.english)")
    }
  }

  @Test func noKeyStandsTwice() throws {
    for file in ["labels", "metrics"] {
      let text = try SourceTexts.text("Sources/CAssets/strings/\(file).yaml")
      let keys = text.matches(of: /(?m)^([a-z][A-Za-z_0-9.]*):/).map(\.1)
      #expect(keys.count > 20)
      #expect(Set(keys).count == keys.count, "\(file).yaml")
    }
  }

  @Test func everyKeyThatTheProgramAsksForIsThere() throws {
    let asked = try SourceTexts.literals(in: Self.folders).filter(\.isKey)
    #expect(asked.count > 20)
    for literal in asked {
      let isThere = Catalogue.labels.keys.contains { literal.matches($0) }
      #expect(isThere, "\(literal.text)")
    }
  }

  @Test func everyKeyIsUsed() throws {
    let literals = Set(try SourceTexts.literals(in: Self.folders)).filter {
      $0.text.contains(".") || $0.text.contains(SourceTexts.Literal.anything)
    }
    let keys = Catalogue.labels.keys.filter { !$0.hasPrefix("section.") && $0 != "terminal.unit" }
    for key in keys.sorted() {
      let isUsed = literals.contains { $0.matches(key) }
      #expect(isUsed, "\(key)")
    }
  }

  /// A scan that saw nothing would find no mistake.
  @Test func theScanSeesKeysAndInterpolations() {
    let anything = SourceTexts.Literal.anything
    let literal = SourceTexts.Literal(text: "unit.\(anything)", isKey: true)
    #expect(literal.matches("unit.wan"))
    #expect(!literal.matches("units.wan"))
    #expect(!literal.matches("unit."))
    let ends = SourceTexts.Literal(text: "\(anything).title", isKey: true)
    #expect(ends.matches("nav.title"))
    #expect(!ends.matches("nav.caption"))
  }
}
