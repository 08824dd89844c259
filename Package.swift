// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "angelfof",
  products: [
    .library(name: "Stochastics", targets: ["Stochastics"]),
    .library(name: "AngelFunds", targets: ["AngelFunds"]),
    .executable(name: "angelfof", targets: ["angelfof"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CTerminal"),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .target(name: "CAssets", exclude: ["page", "strings"]),
    .target(name: "Stochastics", dependencies: ["CGSL", "CXXHash"], swiftSettings: settings),
    .target(
      name: "AngelFunds",
      dependencies: [
        "Stochastics", .product(name: "Yams", package: "Yams"),
        .product(name: "GRDB", package: "GRDB.swift"),
        // Limits and the progress handler, which GRDB does not offer.
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      resources: [
        .embedInCode("Presets/cn_angel_good.yaml"),
        .embedInCode("Presets/cn_angel_neutral.yaml"),
        .embedInCode("Presets/cn_angel_stress.yaml"),
        .embedInCode("Presets/rules_dongguan_2024.yaml"),
        .embedInCode("Presets/rules_guangzhou_kaifaqu_2025.yaml"),
        .embedInCode("Presets/rules_hefei.yaml"),
        .embedInCode("Presets/rules_shenzhen_2018.yaml"),
        .embedInCode("Presets/rules_suzhou_522.yaml"),
        .embedInCode("Presets/shenzhen_2018.yaml"),
        .embedInCode("Presets/us_correlation_ventures.yaml"),
      ],
      swiftSettings: settings),
    .target(
      name: "Reporting",
      dependencies: [
        "AngelFunds", "Stochastics", "CAssets", "CTerminal", "CXLSXWriter",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "angelfof",
      dependencies: [
        "AngelFunds", "Reporting",
        "Stochastics", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [
        .embedInCode("Starter/minimal.yaml"), .embedInCode("Starter/dongguan_baseline.yaml"),
      ],
      swiftSettings: settings),
    .testTarget(name: "StochasticsTests", dependencies: ["Stochastics"], swiftSettings: settings),
    .testTarget(
      name: "AngelFundsTests",
      dependencies: ["AngelFunds", "Stochastics", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .testTarget(
      name: "ReportingTests", dependencies: ["AngelFunds", "Reporting"], swiftSettings: settings),
    .testTarget(name: "CommandTests", dependencies: ["angelfof"], swiftSettings: settings),
  ],
  cLanguageStandard: .c2x
)
