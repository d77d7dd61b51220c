package bidi

// quiet are the preferences that keep a browser to the page under test, beyond
// those that Firefox sets by itself while it is driven: nothing is asked of
// Mozilla's servers, nothing is shown at the first start, and WebGL runs on the
// processor where there is no graphics hardware.
func quiet() map[string]any {
	return map[string]any{
		"app.normandy.enabled":         false,
		"app.update.auto":              false,
		"browser.aboutwelcome.enabled": false,
		"browser.newtabpage.enabled":   false,
		"browser.newtabpage.activity-stream.feeds.section.topstories": false,
		"browser.newtabpage.activity-stream.feeds.topsites":           false,
		"browser.region.network.url":                                  "",
		"browser.region.update.enabled":                               false,
		"browser.safebrowsing.downloads.remote.enabled":               false,
		"browser.safebrowsing.malware.enabled":                        false,
		"browser.safebrowsing.phishing.enabled":                       false,
		"browser.search.update":                                       false,
		"browser.startup.page":                                        0,
		"browser.topsites.contile.enabled":                            false,
		"datareporting.healthreport.uploadEnabled":                    false,
		"datareporting.policy.dataSubmissionEnabled":                  false,
		"dom.push.connection.enabled":                                 false,
		"extensions.getAddons.cache.enabled":                          false,
		"extensions.systemAddon.update.enabled":                       false,
		"extensions.update.enabled":                                   false,
		"media.gmp-manager.updateEnabled":                             false,
		"messaging-system.rsexperimentloader.enabled":                 false,
		"network.captive-portal-service.enabled":                      false,
		"network.connectivity-service.enabled":                        false,
		"network.dns.disablePrefetch":                                 true,
		"network.trr.mode":                                            5,
		"nimbus.rollouts.enabled":                                     false,
		"services.settings.server":                                    "data:,#none",
		"signon.autofillForms":                                        false,
		"toolkit.telemetry.enabled":                                   false,
		"toolkit.telemetry.server":                                    "data:,",
		"webgl.disable-fail-if-major-performance-caveat":              true,
		"webgl.force-enabled":                                         true,
		"browser.tabs.unloadOnLowMemory":                              false,
		"dom.ipc.processPrelaunch.enabled":                            false,
		"general.useragent.updates.enabled":                           false,
	}
}
