// swift-tools-version: 6.1
import PackageDescription

/// The lessons inside the program; their order is that of `LessonLibrary`.
let lessons = [
  "one-neuron", "activations", "why-the-transpose", "gradients", "which-mistake",
]

/// Style and script of exported pages.
let pageParts = ["page.css", "formulas.js", "answers.js", "cells.js", "stepping.js"]

let package = Package(
  name: "epynn-repl",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "epynn-repl", targets: ["epynn-repl"]),
    .library(name: "EpynnCore", targets: ["EpynnCore"]),
    .library(name: "EpynnShell", targets: ["EpynnShell"]),
    .library(name: "CKernels", targets: ["CKernels"]),
    .library(name: "LineEditor", targets: ["LineEditor"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .target(
      name: "CKernels",
      linkerSettings: [.linkedLibrary("pthread", .when(platforms: [.linux]))]),
    .target(name: "EpynnCore", dependencies: ["CKernels"]),
    .target(name: "Paths"),
    .target(name: "EpynnLessons"),
    .target(name: "CData", exclude: ["iris.csv", "digits.csv", "SOURCES.md"]),
    .target(name: "EpynnData", dependencies: ["EpynnCore", "CData", "Paths"]),
    .target(name: "CharacterWidth"),
    .target(
      name: "EpynnShell",
      dependencies: ["CharacterWidth", "EpynnCore", "EpynnData", "EpynnLessons", "Paths"],
      resources: lessons.map { .embedInCode("../../lessons/\($0).md") }
        + pageParts.map { .embedInCode("Exporting/HTML/\($0)") }),
    .systemLibrary(
      name: "CEditLine", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
    .target(name: "StateFiles", dependencies: ["Paths"]),
    .target(name: "LineEditor", dependencies: ["CEditLine", "CharacterWidth", "StateFiles"]),
    // All of the program but its entry, so that tests can run it with a system that fails.
    .target(
      name: "EpynnProgram",
      dependencies: [
        "EpynnShell", "EpynnLessons", "LineEditor", "Paths", "StateFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/epynn-repl", exclude: ["Entry"]),
    .executableTarget(
      name: "epynn-repl", dependencies: ["EpynnProgram"], path: "Sources/epynn-repl/Entry",
      // Half of a start was finding the runtime's symbols in its libraries. The linker is the
      // toolchain's own, for the other warns about a function of Foundation that nobody calls.
      linkerSettings: [
        .unsafeFlags(
          ["-static-stdlib", "-use-ld=lld", "-l_FoundationCollections", "-l_FoundationCShims"],
          .when(platforms: [.linux], configuration: .release))
      ]),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(
      name: "EpynnCoreTests", dependencies: ["CKernels", "EpynnCore", "TestSupport"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "EpynnDataTests", dependencies: ["EpynnData", "TestSupport"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "EpynnLessonsTests", dependencies: ["EpynnLessons"]),
    .testTarget(
      name: "EpynnShellTests", dependencies: ["EpynnShell", "EpynnLessons", "TestSupport"],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "LineEditorTests", dependencies: ["CharacterWidth", "LineEditor", "TestSupport"]),
    .testTarget(
      name: "EpynnREPLTests",
      // Most run the program, which is built with them; linked in, its flags would be theirs.
      dependencies: [
        "EpynnProgram", "EpynnShell", "EpynnLessons", "Paths", "StateFiles", "TestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
