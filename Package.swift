// swift-tools-version: 6.3

import PackageDescription

let package = Package(
    name: "canary",
    products: [
        .executable(name: "canary", targets: ["canary"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: [
        // Layer 0: what is asked and how it is read; what is said, in which language; how text stands in each format;
        // JSON; what is released of few people; the C library behind the prompt.
        .target(name: "Instruments"),
        .target(name: "Disclosure"),
        .target(name: "Languages"),
        .target(name: "Escaping"),
        .target(name: "JSONText"),
        .systemLibrary(name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .target(name: "CEditLine", dependencies: ["CLibedit"]),
        .target(name: "CTerminal"),
        .target(name: "CSystem"),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        // The plugin's tool hashes with it: libedit has it loaded anyway, and BoringSSL takes minutes to build.
        .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
        // Their headers alone: the libraries are loaded when a workbook is wanted.
        .target(name: "CWorkbookLibraries"),

        // Layer 1
        .target(name: "Workbooks", dependencies: ["CExpat", "CWorkbookLibraries", "Escaping"]),
        .target(name: "Sessions", dependencies: ["Disclosure", "Instruments"]),
        .target(
            name: "InstrumentFiles",
            dependencies: ["CMessageDigest", "CYAML", "Instruments", "Languages"]),
        .target(name: "Terminal", dependencies: ["CTerminal", "Escaping"]),

        // Layer 2
        .target(name: "LineEditing", dependencies: ["CEditLine", "Escaping", "Languages", "Terminal"]),
        .target(name: "Evaluation", dependencies: ["Disclosure", "Instruments", "Sessions"]),
        .target(
            name: "SessionFiles",
            dependencies: [
                "CSystem", "Disclosure", "Escaping", "Instruments", "JSONText", "Sessions",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(
            name: "BuiltInInstruments",
            dependencies: ["Instruments", "JSONText"],
            plugins: ["CompileInstruments"]),

        // Layer 3
        .target(name: "Collation", dependencies: ["Disclosure", "Evaluation", "Instruments", "Sessions"]),
        .target(name: "InstrumentChecks", dependencies: ["Evaluation", "Instruments", "Sessions"]),
        .target(
            name: "Reports",
            dependencies: [
                "Collation", "Disclosure", "Escaping", "Evaluation", "Instruments", "JSONText", "Languages",
                "Sessions", "Workbooks",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(
            name: "Conversation",
            dependencies: [
                "BuiltInInstruments", "Disclosure", "Escaping", "Evaluation", "Instruments", "Languages",
                "LineEditing", "Reports", "SessionFiles", "Sessions", "Terminal", "Workbooks",
            ]),

        // Layer 4
        .target(
            name: "CanaryCommands",
            dependencies: [
                "BuiltInInstruments", "CSystem", "Collation", "Conversation", "Disclosure", "Escaping",
                "Evaluation", "InstrumentChecks", "InstrumentFiles", "Instruments", "Languages",
                "LineEditing", "Reports", "SessionFiles", "Sessions", "Terminal", "Workbooks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Layer 5
        .executableTarget(name: "canary", dependencies: ["CanaryCommands"]),

        // The build checks the instruments and writes them into the binary.
        .executableTarget(
            name: "compile-instruments",
            dependencies: [
                "Escaping", "InstrumentChecks", "InstrumentFiles", "Instruments", "JSONText", "Languages",
            ]),
        .plugin(
            name: "CompileInstruments",
            capability: .buildTool(),
            dependencies: ["compile-instruments"]),

        // Tests: a target for each library, and the whole program in a real terminal.
        .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
        .target(name: "TestSupport", dependencies: ["CPseudoTerminal"], path: "Tests/TestSupport"),
        .executableTarget(
            name: "LineEditingProbe", dependencies: ["LineEditing", "Terminal"],
            path: "Tests/LineEditingProbe"),
        .testTarget(
            name: "LineEditingTests",
            dependencies: ["LineEditing", "LineEditingProbe", "Terminal", "TestSupport"]),
        .testTarget(
            name: "TerminalTests", dependencies: ["LineEditingProbe", "Terminal", "TestSupport"]),
        .target(
            name: "InstrumentTestSupport", dependencies: ["InstrumentFiles", "Instruments"],
            path: "Tests/InstrumentTestSupport"),
        .testTarget(name: "InstrumentsTests", dependencies: ["Instruments"]),
        .testTarget(
            name: "LanguagesTests", dependencies: ["Languages", "TestSupport"],
            exclude: ["extract_catalogue.py"]),
        .testTarget(name: "JSONTextTests", dependencies: ["JSONText"]),
        .testTarget(
            name: "EscapingTests",
            dependencies: [
                "Conversation", "Escaping", "Evaluation", "Instruments", "Reports", "TestSupport",
                "Workbooks",
            ],
            exclude: ["read_back.py", "readers.py"]),
        .testTarget(
            name: "InstrumentFilesTests",
            dependencies: ["InstrumentFiles", "InstrumentTestSupport", "Instruments"]),
        .testTarget(
            name: "InstrumentChecksTests",
            dependencies: ["InstrumentChecks", "InstrumentFiles", "InstrumentTestSupport", "Instruments"]),
        .testTarget(
            name: "BuiltInInstrumentsTests",
            dependencies: ["BuiltInInstruments", "InstrumentFiles", "Instruments"]),
        .testTarget(
            name: "DisclosureTests", dependencies: ["Disclosure", "TestSupport"], exclude: ["recover.py"]),
        .testTarget(
            name: "SessionsTests", dependencies: ["Disclosure", "Instruments", "Sessions", "TestSupport"]),
        .testTarget(
            name: "SessionFilesTests",
            dependencies: [
                "Disclosure", "Escaping", "Instruments", "JSONText", "SessionFiles", "Sessions",
                "TestSupport",
            ],
            exclude: ["read_journal.py", "open_seal.py"]),
        .testTarget(
            name: "EvaluationTests",
            dependencies: [
                "Disclosure", "Evaluation", "InstrumentFiles", "Instruments", "Sessions", "TestSupport",
            ],
            exclude: ["Room/room_oracle.py", "Tier/tier_check.py", "Tier/tier_oracle.py"]),
        .testTarget(
            name: "CollationTests",
            dependencies: [
                "BuiltInInstruments", "Collation", "Evaluation", "Instruments", "Reports", "Sessions",
                "TestSupport",
            ]),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "BuiltInInstruments", "Conversation", "Disclosure", "Escaping", "Evaluation",
                "InstrumentFiles",
                "Instruments", "Reports", "Sessions", "TestSupport", "Workbooks",
            ], exclude: ["read_formats.py"]),
        .testTarget(
            name: "ConversationTests",
            dependencies: [
                "Conversation", "Instruments", "LineEditing", "Reports", "SessionFiles", "Sessions",
                "Terminal", "TestSupport",
            ]),
        .testTarget(
            name: "CanaryCommandsTests",
            dependencies: [
                "CanaryCommands", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Benchmarks", "InstrumentFiles", "Instruments", "Languages", "Sessions", "TestSupport",
                "canary",
            ],
            exclude: [
                "Browser/PreWork/browsers.py", "Browser/PreWork/test_page.py",
                "Browser/PreWork/vector.json", "Browser/PreWork/workshop.py",
                "Browser/browse.py", "Browser/firefox.py", "Browser/open_page.py", "Damage/damage_files.py",
                "Damage/seal_answers.py",
                "Defects", "Earlier",
                "Exports/fill_workbook.py", "Exports/hostile_words.py", "Exports/read_workbook.py",
                "Faults/faults.c", "Faults/faults.py", "Foreign", "Plausible",
                "Region/ask_databases.py",
                "Release/check_parts.py", "Validity/places.py", "lacking.yaml", "validate_schemas.py",
            ]),

        // What somebody in the room, or with a report in hand, tries in order to learn how one person voted.
        .testTarget(
            name: "AdversaryTests",
            dependencies: [
                "Disclosure", "Evaluation", "Instruments", "Reports", "Sessions", "TestSupport", "canary",
            ],
            exclude: ["append_event.py", "open_sealed.py", "scan_memory.py"]),

        // How fast the parts are, and the sessions that this is measured on; in no product.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "BuiltInInstruments", "Evaluation", "Instruments", "SessionFiles", "Sessions",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks", exclude: ["Peers"]),
    ]
)

for target in package.targets where target.type != .system && target.type != .plugin {
    if ["CEditLine", "CPseudoTerminal", "CSystem", "CTerminal", "CWorkbookLibraries"].contains(target.name) {
        continue
    }
    var settings: [SwiftSetting] = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
    // These live on C pointers and file descriptors; everywhere else unsafe code is marked.
    let onPointers = [
        "LineEditing", "LineEditingProbe", "LineEditingTests", "SessionFiles", "SessionFilesTests",
        "Terminal", "TerminalTests", "TestSupport", "Workbooks",
    ]
    if !onPointers.contains(target.name) {
        settings.append(.strictMemorySafety())
    }
    // What tests try by the thousand is optimised in a build for debugging, too, with every check of overflow and bounds.
    let tried = [
        "Collation", "Disclosure", "Escaping", "Evaluation", "EvaluationTests", "Instruments", "JSONText",
        "Reports", "SessionFiles", "Sessions",
    ]
    if tried.contains(target.name) {
        settings.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
    }
    target.swiftSettings = settings
}
