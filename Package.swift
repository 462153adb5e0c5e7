// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "epynn-repl",
  platforms: [.macOS(.v13)],
  products: [
    .library(name: "EpynnCore", targets: ["EpynnCore"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .target(name: "EpynnCore"),
    .testTarget(
      name: "EpynnCoreTests", dependencies: ["EpynnCore"], resources: [.copy("Fixtures")]),
  ],
  swiftLanguageModes: [.v6]
)
