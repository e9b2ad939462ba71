/// The compiled files that version 0.1.0 kept beside its sessions, which noted the SHA-256 of the YAML alone.
enum ReleasedInstruments {
    /// The SHA-256 of each file by that of its YAML, in hexadecimal.
    static let compiled = [
        // corporate-health 1.0.0, questionnaire
        "361e31afd735ca74f9de8810acc2b287125e0c3467313d535c24b467224e8022":
            "177e5807ae612c7e4c45aa1e4c322f4867a059c42658cf8c0169ee29834fe81f",
        // early-warning 1.0.0, questionnaire
        "442450a5fd2d23038650e425db8da8a61af5b5a99d2ac40c3df2138736ae7adb":
            "27520117aedc4a668bd585690e47fc6858cc07c03f22b234dc999a6684557bf5",
        // leadership 1.0.0, questionnaire
        "ec1f026d2560c9a1e181bf4afc94db9a54be46a6016299d92a703f7339a66c66":
            "78498cd1cf45023c9f8867a8bd471e9d248afa2968ec5ae633535c60779e5055",
        // partnership 1.0.0, questionnaire
        "b00521e7936026ce5423ea33b4c7a9403bb93d808532c4712f1793782d2a2da0":
            "c37a53c9c9f394682ad269d0c2b2168f4d30f1fbbc71e86ac38b53bdcd99e930",
        // scoping-interview 1.0.0, questionnaire
        "8dfa9b6c433b0f19754b773764b222622f090628d6556e76236acc872c953048":
            "9a8240956780ae08d594cb0968ce1b74af54d1d0b8cafe878827c3b1c6c65e6e",
        // stakeholder-interview 1.0.0, questionnaire
        "8069313835112d40b48959b14d21c89dc9102ee29d42b1b4087a222f62573a19":
            "4ad1bf4714283a0cb078d0dbde5236b49ec0e0c661d08f21d0a94d457206580a",
        // annex-j 1.0.0, framework
        "c1228bc3659e6e978d7dcdab727e410c3a3bf0c7c797eeddd0a4876cfd7f3da7":
            "60c9307dc67a4309d2f83b67860b24b1a8e8b5a48c7069a5e43c2dd0caf8f6fb",
        // corporate-failure 1.0.0, framework
        "230c08f26099b0e919ca68f71981806a24cc9cfbd12a29fbc6ed358e37552916":
            "a6059cdf3d31e0ed54b96859c2c7c089ef8711000f470e8d3b975d016231ba0f",
        // isos 1.0.0, framework
        "8a0abc25c07f5312b77f92258b694e6aae0a183331fb60def73af1b02cbf15a6":
            "e3cd75a4c7ffd57a5f7804e62adfa52efdcce147b90348ae89e9349c4cc19388",
        // partnership 1.0.0, framework
        "aedf15baeeeb4bfb839f4c2390bfee2cb7f45c2ac61a5a5eb7ab0e1c96c5bc1f":
            "649057aa7b1b4f7847038067b86c885ff60399fa291b6da586377720779017b2",
        // signatures 1.0.0, framework
        "10c3d481fc036a3d9e2ecfe3b349d36d14e5d9f365adfacbacbb7edea612cb44":
            "ed9912aafaaa3de4b213453f990cc554bdf70867c802a8211259a70b0aa9a682",
        // wales 1.0.0, framework
        "1977c51202a803567c9c281b3afc02add69c76739098a931366c62e4f318f5e9":
            "b692c1c58cbf96760a77098efaef11d05cc793574e7eb6a50c9696453c6492df",
    ]
}
