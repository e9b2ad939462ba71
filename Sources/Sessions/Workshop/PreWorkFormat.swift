/// What the files of answers before a workshop call themselves, whoever seals them: the program, or an invitee's page.
package enum PreWorkFormat {
    /// Files that version 0.1 wrote, and that are written for its workshops still.
    package static let first = "canary-prework/1"
    /// Files with a first line that is authenticated as it stands.
    package static let second = "canary-prework/2"
    /// How files of the second format are sealed.
    package static let suite = "DHKEM(P-256,HKDF-SHA256),HKDF-SHA256,AES-256-GCM"
}
