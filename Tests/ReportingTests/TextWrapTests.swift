import Testing

@testable import Reporting

@Suite struct TextWrapTests {
  @Test func linesBreakAtSpaces() {
    #expect(TextWrap.lines("one two three", width: 8) == ["one two", "three"])
    #expect(TextWrap.lines("one two", width: 7) == ["one two"])
    #expect(TextWrap.lines("", width: 7) == [""])
  }

  /// A Chinese character takes two columns; no line begins with a full stop.
  @Test func linesBreakBetweenChineseCharacters() {
    #expect(TextWrap.lines("路径均相等", width: 6) == ["路径均", "相等"])
    #expect(TextWrap.lines("路径相等。", width: 8) == ["路径相", "等。"])
    #expect(TextWrap.lines("（路径）相等", width: 8) == ["（路径）", "相等"])
    #expect(TextWrap.lines("按 TVPI 排序", width: 8) == ["按 TVPI", "排序"])
  }

  @Test func aWordThatIsTooLongIsCut() {
    #expect(TextWrap.lines("abcdefghij klm", width: 6) == ["abcde…", "klm"])
  }
}
