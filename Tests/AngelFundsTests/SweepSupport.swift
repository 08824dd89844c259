import Foundation
import Stochastics

@testable import AngelFunds

/// Sweeps over small scenarios, for tests.
enum TestSweep {
  /// A base with four anchors, of two, one, one and one sub-funds.
  static let base = """
    mother_fund: {size: 10亿}
    direct: {share: 5%}
    anchors:
      lake: {kind: strategic_platform, quality_shift: 0.1}
      bay: {kind: strategic_platform}
      city: {kind: strategic_platform}
      town: {kind: town}
    sub_funds:
      lake_1: {anchor: lake, commitment: 1亿}
      lake_2: {anchor: lake, commitment: 1亿, start: 1y, carry: 15%}
      bay_1: {anchor: bay, commitment: 1亿}
      city_1: {anchor: city, commitment: 1亿}
      town_1: {anchor: town, commitment: 5000万}
    """

  /// Reads a sweep whose base is `base`.
  static func plan(_ text: String, base: String = Self.base) throws -> SweepPlan {
    try SweepPlan(
      path: "sweep.yaml",
      load: loading(["sweep.yaml": "base: base.yaml\n" + text, "base.yaml": base]))
  }

  /// What reading a sweep complains about.
  static func complaint(_ text: String, base: String = Self.base) -> String {
    do {
      _ = try plan(text, base: base)
      return ""
    } catch {
      return "\(error)"
    }
  }
}

/// A folder that is removed with its last reference.
final class TestFolder {
  let url = FileManager.default.temporaryDirectory.appending(
    path: "angelfof-test-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The store of a sweep in this folder.
  func files(_ shard: Shard? = nil) -> SweepFiles {
    SweepFiles(folder: url.path, shard: shard)
  }
}
