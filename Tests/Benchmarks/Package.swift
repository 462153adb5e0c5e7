// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "epynn-repl", path: "../..")],
  targets: [
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        .product(name: "EpynnCore", package: "epynn-repl"),
        .product(name: "EpynnShell", package: "epynn-repl"),
      ]),
    .executableTarget(
      name: "Peak", dependencies: [.product(name: "CKernels", package: "epynn-repl")]),
  ],
  swiftLanguageModes: [.v6]
)
