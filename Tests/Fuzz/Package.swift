// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "epynn-repl", path: "../..")],
  targets: [
    // libFuzzer has the `main`: without `--sanitize=fuzzer` it does not link.
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "EpynnCore", package: "epynn-repl"),
        .product(name: "EpynnShell", package: "epynn-repl"),
        .product(name: "LineEditor", package: "epynn-repl"),
        "TestSupport",
      ]),
    // A link to the tests' own.
    .target(name: "TestSupport"),
  ],
  swiftLanguageModes: [.v6]
)
