package madoguchi;

import java.time.InstantSource;
import madoguchi.call.CallProvider;
import madoguchi.call.direct.DirectCalls;
import madoguchi.call.direct.IceServers;
import madoguchi.call.direct.SignalRelay;
import madoguchi.host.DeskHost;
import madoguchi.settings.DeskSettings;
import madoguchi.settings.Settings;

/** Makes what carries a desk's calls. */
final class CallsOf {

    private CallsOf() {}

    static CallProvider settings(DeskSettings desk, DeskHost host, ServicesOf.Base base) {
        return switch (desk.provider()) {
            case DIRECT ->
                new DirectCalls(
                        host,
                        new SignalRelay(host, base.clock()),
                        iceServers(base.settings().call().direct(), base.clock()));
            case ZOOM ->
                base.zoom()
                        .orElseThrow()
                        .add(ZoomOf.desk(desk, base.settings().call().zoom()), host);
        };
    }

    private static IceServers iceServers(Settings.Direct direct, InstantSource clock) {
        String secret =
                direct.turn().secret() == null ? "" : direct.turn().secret().reveal();
        return new IceServers(
                direct.stun(), direct.turn().urls(), secret, direct.turn().ttl(), clock);
    }
}
