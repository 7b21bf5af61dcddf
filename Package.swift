// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "otium",
  products: [
    .executable(name: "otium", targets: ["otium"]),
    .library(name: "Economy", targets: ["Economy"]),
    .library(name: "Policies", targets: ["Policies"]),
    .library(name: "Scenarios", targets: ["Scenarios"]),
    .library(name: "Experiments", targets: ["Experiments"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "MeanField", targets: ["MeanField"]),
    .library(name: "TaskGrowth", targets: ["TaskGrowth"]),
    .library(name: "Designs", targets: ["Designs"]),
    .library(name: "Sensitivity", targets: ["Sensitivity"]),
    .library(name: "Optimisation", targets: ["Optimisation"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCrypto", path: "Sources/CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .systemLibrary(name: "CMalloc", path: "Sources/CMalloc"),

    .target(name: "Economy", exclude: ["README.md"]),
    .target(name: "MeanField"),
    .target(name: "TaskGrowth"),
    .target(name: "Designs"),
    .target(name: "Sensitivity", dependencies: ["Designs"]),
    .target(name: "Optimisation", dependencies: ["Designs"]),
    .target(name: "Policies", dependencies: ["Economy"]),
    .target(
      name: "Scenarios",
      dependencies: ["Designs", "Economy", "Policies", "CZlib", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Experiments",
      dependencies: [
        "Designs", "Economy", "MeanField", "Optimisation", "Policies", "Scenarios", "Sensitivity", "CCrypto",
      ]),
    .target(
      name: "Reporting",
      dependencies: [
        "Designs", "Economy", "Experiments", "MeanField", "Scenarios", "Sensitivity",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .executableTarget(
      name: "otium",
      dependencies: [
        "CMalloc", "Designs", "Economy", "Policies", "Scenarios", "Sensitivity", "Experiments", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(
      name: "EconomyTests", dependencies: ["Economy", "Policies", "Scenarios", "TaskGrowth"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "PoliciesTests",
      dependencies: ["Economy", "Policies", "Scenarios", .product(name: "Yams", package: "Yams")],
      exclude: ["Cases"]),
    .testTarget(name: "MeanFieldTests", dependencies: ["Economy", "MeanField", "Scenarios"]),
    .testTarget(name: "TaskGrowthTests", dependencies: ["TaskGrowth"]),
    .testTarget(name: "DesignsTests", dependencies: ["Designs"]),
    .testTarget(name: "SensitivityTests", dependencies: ["Designs", "Sensitivity"]),
    .testTarget(name: "OptimisationTests", dependencies: ["Optimisation"]),
    .testTarget(name: "ScenariosTests", dependencies: ["Designs", "Economy", "Policies", "Scenarios"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Designs", "Economy", "MeanField", "Policies", "Experiments", "Scenarios", "Sensitivity",
      ]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Designs", "Economy", "Reporting", "Experiments", "Scenarios", "Sensitivity",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(name: "ValidationTests", dependencies: ["Economy", "Experiments", "Scenarios"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "otium", "Economy", "Experiments", "Reporting", "Scenarios",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["slurm.sh"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}
