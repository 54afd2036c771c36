// swift-tools-version: 6.3
import PackageDescription

/// What every Swift target of the package is built with.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Targets that touch C memory spell out every unsafe use.
let strictSettings = settings + [.strictMemorySafety()]

// Data flows one way: a module imports only modules above it in this list.
let package = Package(
  name: "cxsh",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cxsh", targets: ["cxsh"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "CADBC"),
    .target(name: "CDigest"),
    .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit")]),
    .target(
      name: "CText",
      linkerSettings: [
        .linkedLibrary("uchardet"), .linkedLibrary("z"), .linkedLibrary("iconv", .when(platforms: [.macOS])),
      ]),
    .target(name: "CStemmer", linkerSettings: [.linkedLibrary("stemmer")]),
    .target(name: "CWorkbook", linkerSettings: [.linkedLibrary("zip"), .linkedLibrary("expat")]),
    .target(name: "Statistics", swiftSettings: strictSettings),
    .target(name: "Words", dependencies: ["CStemmer"], swiftSettings: strictSettings),
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "Vocabulary", swiftSettings: settings),
    .target(name: "Syntax", dependencies: ["Diagnostics", "Vocabulary"], swiftSettings: settings),
    .target(
      name: "DataModel", dependencies: ["CDigest", "Statistics", "Vocabulary"], swiftSettings: strictSettings),
    .target(
      name: "Semantics", dependencies: ["Syntax", "DataModel", "Diagnostics", "Vocabulary"],
      swiftSettings: settings),
    .target(name: "Planning", dependencies: ["Semantics", "DataModel"], swiftSettings: settings),
    .target(
      name: "SQLWriting", dependencies: ["Planning", "Semantics", "DataModel"],
      swiftSettings: settings),
    .target(name: "Engine", dependencies: ["CADBC"], swiftSettings: strictSettings),
    .target(name: "Workbooks", dependencies: ["CWorkbook"], swiftSettings: strictSettings),
    .target(
      name: "Ingestion",
      dependencies: [
        "CText", "Workbooks", "Engine", "SQLWriting", "Semantics", "DataModel", "Diagnostics", "Vocabulary",
      ],
      swiftSettings: strictSettings),
    .target(
      name: "Findings",
      dependencies: ["Planning", "Semantics", "DataModel", "Statistics", "Vocabulary", "Words"],
      swiftSettings: settings),
    .target(name: "Rendering", dependencies: ["DataModel", "Vocabulary"], swiftSettings: settings),
    .target(name: "Samples", swiftSettings: strictSettings),
    .target(name: "Sentiment", swiftSettings: settings),
    .target(
      name: "Sessions",
      dependencies: [
        "Diagnostics", "Vocabulary", "Syntax", "DataModel", "Semantics", "Planning", "SQLWriting",
        "Engine", "Ingestion", "Findings", "Rendering", "Sentiment", "Statistics", "Words",
      ],
      swiftSettings: strictSettings),
    .target(name: "Terminal", dependencies: ["CEditLine"], swiftSettings: strictSettings),
    .executableTarget(
      name: "cxsh",
      dependencies: [
        "Sessions", "Terminal", "Samples", "Rendering", "Diagnostics", "Vocabulary", "DataModel",
        "Engine", "Sentiment", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strictSettings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "SyntaxTests", dependencies: ["Syntax", "Diagnostics", "Vocabulary", "TestSupport"],
      exclude: ["Fixtures", "Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "IngestionTests",
      dependencies: [
        "Ingestion", "Workbooks", "Engine", "Semantics", "DataModel", "Diagnostics", "Vocabulary",
        "TestSupport",
      ],
      exclude: ["Fixtures", "Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "SemanticsTests",
      dependencies: [
        "Semantics", "Planning", "Syntax", "DataModel", "Diagnostics", "Vocabulary", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "SQLWritingTests",
      dependencies: ["SQLWriting", "Planning", "Semantics", "DataModel", "Vocabulary", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "FindingsTests",
      dependencies: [
        "Findings", "Planning", "Semantics", "Syntax", "DataModel", "Statistics", "Diagnostics", "Vocabulary",
        "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "Sessions", "Syntax", "DataModel", "Semantics", "Engine", "Diagnostics", "Vocabulary", "TestSupport",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "SessionsTests",
      dependencies: [
        "Sessions", "Syntax", "DataModel", "Semantics", "Engine", "Diagnostics", "Vocabulary", "Rendering",
        "TestSupport",
      ],
      exclude: ["Fixtures", "Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "CxshTests", dependencies: ["cxsh", "Samples", "TestSupport"], exclude: ["Snapshots"],
      swiftSettings: settings),
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "cxsh", "Ingestion", "Syntax", "DataModel", "Diagnostics", "Vocabulary", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "EngineTests", dependencies: ["Engine", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "SentimentTests", dependencies: ["Sentiment", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(name: "WordsTests", dependencies: ["Words", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "SamplesTests", dependencies: ["Samples", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "RenderingTests", dependencies: ["Rendering", "DataModel", "Vocabulary", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: settings),
    .target(name: "CPty", path: "Tests/CPty"),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: settings),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "TerminalProbe", "cxsh", "CPty", "TestSupport"],
      swiftSettings: settings),
  ],
  cLanguageStandard: .c17
)
