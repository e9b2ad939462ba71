/// Folders that some service copies elsewhere, as far as their names tell.
package enum SyncedFolder {
    private static let services = [
        ("onedrive", "OneDrive"), ("dropbox", "Dropbox"), ("google drive", "Google Drive"),
        ("googledrive", "Google Drive"), ("icloud", "iCloud Drive"), ("nextcloud", "Nextcloud"),
        ("owncloud", "ownCloud"), ("synologydrive", "Synology Drive"), ("sharepoint", "SharePoint"),
        ("box sync", "Box"), ("syncthing", "Syncthing"),
    ]

    /// The service that seems to copy what lies under a path; nil where none does.
    ///
    /// - Parameter path: an absolute path; names that begin with a service's, such as `OneDrive - Borsetshire`, count.
    /// - Returns: the service's name.
    package static func service(of path: String) -> String? {
        for part in path.split(separator: "/").map({ $0.lowercased() }) {
            for (beginning, name) in services
            where part == beginning || part.hasPrefix(beginning + " ") || part.hasPrefix(beginning + "-") {
                return name
            }
        }
        return nil
    }
}
