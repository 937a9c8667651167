package io.kehu.platform.exchange;

import io.kehu.platform.problem.BadRequest;
import io.kehu.platform.problem.DomainProblem.InvalidField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What is sent to start an import, as {@code multipart/form-data}. */
public class ImportForm {

    static final Set<String> PARTS = Set.of("file", "mode", "mapping", "dryRun");

    @RestForm("file")
    @Schema(
            type = SchemaType.STRING,
            format = "binary",
            description =
                    "CSV or XLSX file 文件, at most 100 MB (XLSX 30 MB); encoding and delimiter of CSV are detected")
    FileUpload file;

    @RestForm
    @Schema(implementation = ImportMode.class)
    String mode;

    @RestForm
    @Schema(description = """
                    How headings become fields 映射, as JSON; needed only where the headings are not understood by themselves. \
                    columns: field (or fields) per heading, null to ignore the column; constants: value of a field in every row \
                    that has none; values: per field what a text of the file means; blanks: texts that mean nothing; dateFormat, \
                    timeZone, encoding, delimiter.""", examples = """
                    {"columns":{"opportunity_id":"externalId","sales_agent":"owner","notes":null},\
                    "constants":{"externalSource":"old-crm"},"values":{"stage":{"Engaging":"NEEDS_ANALYSIS"}},\
                    "blanks":["?","N/A"],"dateFormat":"d/M/yyyy H:mm","timeZone":"Asia/Shanghai"}""")
    String mapping;

    @RestForm
    @Schema(type = SchemaType.BOOLEAN, description = "Try everything and store nothing 试运行")
    String dryRun;

    ImportMode mode() {
        return Stream.of(ImportMode.values())
                .filter(known -> known.name().equals(mode))
                .findFirst()
                .orElseThrow(() -> mode == null
                        ? invalid("mode", "field.required")
                        : invalid("mode", "parameter.invalid", mode, known()));
    }

    private static String known() {
        return Arrays.stream(ImportMode.values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    boolean isDryRun() {
        return switch (dryRun) {
            case null -> false;
            case "", "false" -> false;
            case "true" -> true;
            default -> throw invalid("dryRun", "parameter.invalid", dryRun, "true, false");
        };
    }

    static BadRequest invalid(String field, String code, Object... arguments) {
        return new BadRequest("validation.failed", java.util.List.of(new InvalidField(field, code, arguments)));
    }

    /** The content, by which a repeated request is recognised. */
    @Override
    public String toString() {
        return String.join("\n", mode, dryRun, mapping, file == null ? null : file.fileName() + "\n" + digest());
    }

    private String digest() {
        try (var content = Files.newInputStream(file.filePath())) {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = new byte[1 << 16];
            for (var length = content.read(block); length > 0; length = content.read(block)) {
                digest.update(block, 0, length);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
