package browsertest

// withheld keeps the player from a page until letCome is called.
const withheld = `
	const comes = new Promise((done) => { window.letCome = done; });
	const fetched = window.fetch;
	window.fetch = async (url, ...how) => {
		if (String(url).includes("lianhua.wasm")) await comes;
		return fetched(url, ...how);
	};`
