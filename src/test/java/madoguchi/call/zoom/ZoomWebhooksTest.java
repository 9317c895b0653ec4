package madoguchi.call.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import madoguchi.simulator.Switch;
import org.junit.jupiter.api.Test;

/** Which webhooks are taken, and when they are answered. */
class ZoomWebhooksTest extends ZoomDeskCase {

    @Test
    void webhook_isAnsweredBeforeTheWorkIsDone() {
        zoom.turn(Switch.API_DELAY, 600_000);
        zoom.ready("sato");
        zoom.settle();
        assertThat(zoom.deliveries()).isNotEmpty().allMatch(delivery -> delivery.status() == 204);
    }

    @Test
    void registration_isAnsweredWithTheSecret() {
        assertThat(zoom.validate()).isTrue();
    }

    @Test
    void webhooks_thatAreNotZooms_areRefused() {
        zoom.turn(Switch.WEBHOOK_FORGED, true);
        zoom.ready("sato");
        zoom.settle();
        zoom.turn(Switch.WEBHOOK_FORGED, false).turn(Switch.WEBHOOK_AGE, 400_000);
        zoom.ready("smith");
        zoom.settle();
        assertThat(zoom.deliveries()).hasSize(2).allMatch(delivery -> delivery.status() == 401);
        zoom.turn(Switch.WEBHOOK_AGE, 0).turn(Switch.WEBHOOK_OLD_SECRET, true);
        zoom.ready("suzuki");
        zoom.settle();
        assertThat(zoom.deliveries().get(2).status()).isEqualTo(204);
    }
}
