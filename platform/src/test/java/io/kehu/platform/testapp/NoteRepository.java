package io.kehu.platform.testapp;

import io.kehu.platform.listing.AggregateRepository;
import io.kehu.platform.listing.Listing;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class NoteRepository extends AggregateRepository<Note> {

    NoteRepository() {
        super(
                Note.class,
                Listing.of(Note.class)
                        .filters("text", "priority", "owner")
                        .sorts("priority")
                        .searches("text")
                        .phones("phone"));
    }
}
