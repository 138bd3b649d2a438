document.documentElement.classList.add("ds-js");
