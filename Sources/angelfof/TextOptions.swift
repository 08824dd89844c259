import AngelFunds
public import ArgumentParser
import Foundation
public import Reporting

extension Language: ExpressibleByArgument {}
extension MoneyUnit: ExpressibleByArgument {}

/// The options that say in which language and unit of money people read reports.
struct StyleOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: "Language of reports: en or zh; else the scenario's, else the locale's.")
  var language: Language?

  @Option(help: "Unit of money for people: yuan, wan, million or yi; CSV files stay in yuan.")
  var unit: MoneyUnit?

  /// How reports are written.
  ///
  /// - Parameter language: What the scenario asks for, if anything.
  func style(asking language: ReportLanguage?) -> ReportStyle {
    ReportStyle(language: self.language ?? language.map(Language.init) ?? .ofLocale, unit: unit)
  }

  /// The words of a command line that ask for the same.
  var words: [String] {
    (language.map { ["--lang", $0.rawValue] } ?? []) + (unit.map { ["--unit", $0.rawValue] } ?? [])
  }
}

/// The options that say how texts and tables are written.
struct TextOptions: ParsableArguments {
  @OptionGroup var style: StyleOptions

  @Flag(help: "Begin CSV files with the mark by which Excel in Chinese locales knows UTF-8.")
  var excel = false
}

extension Language {
  /// The language of the environment: Chinese where its locale is, else English.
  static var ofLocale: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
  }
}
