package vn.kybao.signing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Where a private key is kept: a file of one JWK, for its owner only. */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /**
     * Makes a new key and writes it.
     *
     * @throws SigningKeyException when the file is there already, since a key that was used is never written over
     */
    public static SigningKey create(Path file) {
        SigningKey key = SigningKey.generate();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(key.toJson() + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            return key;
        } catch (FileAlreadyExistsException e) {
            throw new SigningKeyException(file + " is there already; a key is never written over.");
        } catch (IOException e) {
            throw new SigningKeyException("Cannot write a key to " + file + ": " + e);
        }
    }

    /**
     * The key in a file.
     *
     * @throws SigningKeyException when it cannot be read, others may read or change it, or it holds something else
     */
    public static SigningKey read(Path file) {
        try {
            requirePrivate(file);
            return SigningKey.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new SigningKeyException("There is no signing key at " + file + ".");
        } catch (CharacterCodingException e) {
            throw new SigningKeyException(file + " is no text, so it holds no key.");
        } catch (IOException e) {
            throw new SigningKeyException("Cannot read the signing key from " + file + ": " + e);
        } catch (SigningKeyException e) {
            throw new SigningKeyException(file + ": " + e.getMessage());
        }
    }

    /** The key in a file of ours, made with its folder when this is the first start. */
    public static SigningKey readOrCreate(Path folder, String name) {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            return read(file);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new SigningKeyException("Cannot make the folder " + folder + ": " + e);
        }
        return create(file);
    }

    /** The group may read: containers mount secrets that way. */
    private static void requirePrivate(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        if (permissions.contains(PosixFilePermission.OTHERS_READ)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
            throw new SigningKeyException(
                    "others can read or change this key; allow its owner only: chmod 600 " + file);
        }
    }
}
