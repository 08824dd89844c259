import Foundation
import Testing

/// Texts that people read stand in the catalogue, and nowhere in the program.
@Suite struct NoTextInSourcesTests {
  /// Signs that no language replaces: units of Chinese numbers, signs by which lines break, what
  /// starts a formula, an example of an option, the name of a font.
  private static let exceptions = [
    #"+ "亿""#, #"+ "万""#, #""，", "。""#, #"["（", "“""#, "formulaStarts", "=8亿", "微软雅黑",
    #"Label(english: "#,
  ]

  @Test(arguments: ["Sources/Reporting", "Sources/angelfof"])
  func noChineseStandsInSwift(folder: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: folder)
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      // The printed dictionary is one document in both languages.
      .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("DictionaryMarkdown.swift") }
    #expect(files.count > 10)
    for file in files {
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      for line in text.split(separator: "\n")
      where !line.drop(while: \.isWhitespace).hasPrefix("//") {
        let isChinese = line.contains(/[\u{3001}-\u{303F}\u{4E00}-\u{9FFF}\u{FF01}-\u{FF5E}]/)
        let isException = Self.exceptions.contains { line.contains($0) }
        #expect(!isChinese || isException, "\(file): \(line)")
        #expect(!line.contains("choose("), "\(file)")
      }
    }
  }
}
