package dev.interlock.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @Test
    void belongsToOneLauncherAtATime() {
        var folder = temp.resolve("data");
        try (var first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(first.folder()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("another Interlock already runs on " + folder);
        }
        DataFolder.open(folder).close();
    }

    @Test
    void dataOfANewerVersionIsLeftAlone() throws IOException {
        var folder = temp.resolve("data");
        DataFolder.open(folder).close();
        Files.writeString(folder.resolve("version"), (DataFolder.VERSION + 1) + "\n");
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("newer Interlock");
        Files.writeString(folder.resolve("version"), DataFolder.VERSION + "\n");
        DataFolder.open(folder).close();
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws IOException {
        Files.writeString(temp.resolve("letter.txt"), "Dear");
        assertThatThrownBy(() -> DataFolder.open(temp))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("choose another folder");
        assertThat(temp.resolve("version")).doesNotExist();
    }

    @Test
    void secretsAreKeptForTheirOwnerOnlyAndTheTokenUntilItWasSeen() throws IOException {
        try (var data = DataFolder.open(temp.resolve("data"))) {
            var secrets = new Secrets(data.secrets());
            assertThat(secrets.get("identity"))
                    .hasSize(43)
                    .isEqualTo(new Secrets(data.secrets()).get("identity"));
            var hash = secrets.adminTokenHash();
            assertThat(hash).matches("[0-9a-f]{64}");
            assertThat(secrets.unseenAdminToken().orElseThrow()).matches("ilp_[A-Za-z0-9_-]{43}");
            try (var files = Files.list(data.secrets())) {
                for (var file : files.toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                }
            }
            secrets.forgetAdminToken();
            assertThat(secrets.unseenAdminToken()).isEmpty();
            assertThat(secrets.adminTokenHash()).isEqualTo(hash);
            assertThat(secrets.unseenAdminToken()).isEmpty();
        }
    }

    @Test
    void aFileInItsPlaceIsNamed(@TempDir Path parent) throws IOException {
        var file = Files.createFile(parent.resolve("data"));
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file + " is a file");
    }
}
