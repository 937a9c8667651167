package io.kehu.opportunity;

import io.kehu.events.OpportunityState;
import io.kehu.platform.money.Decimals;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose work a part of a deal is. */
@Schema(name = "TeamShareFields", description = "A share of the deal 业绩分配; all of them add up to 1")
public record TeamShare(
        @Schema(description = "Username", examples = "li.lei") @NotBlank @Size(max = 100)
        String username,

        @Schema(description = "Team 所属部门") @Size(max = 500) String team,

        @Schema(description = "Share 比例, 0 to 1", examples = "0.6")
        @NotNull
        @DecimalMin("0")
        @DecimalMax("1")
        @Digits(integer = 1, fraction = 6)
        BigDecimal share) {

    private static final Pattern FORM = Pattern.compile("([^=]{1,100})=\\s*(0(?:\\.\\d{1,6})?|1(?:\\.0{1,6})?)");

    public TeamShare {
        share = Decimals.plain(share);
    }

    OpportunityState.TeamShare published() {
        return new OpportunityState.TeamShare(username, team, share);
    }

    TeamShare in(String stated) {
        return team != null ? this : new TeamShare(username, stated, share);
    }

    /** As files say it. */
    public String text() {
        return username + "=" + share.toPlainString();
    }

    /** What {@link #text} says, without the team; empty if it says nothing like it. */
    public static Optional<TeamShare> parse(String text) {
        var said = FORM.matcher(text);
        return said.matches()
                ? Optional.of(new TeamShare(said.group(1).strip(), null, new BigDecimal(said.group(2))))
                : Optional.empty();
    }
}
